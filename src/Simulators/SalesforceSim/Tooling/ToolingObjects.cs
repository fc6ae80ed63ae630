namespace SfMarketo.SalesforceSim.Tooling;

/// <summary>Objects of the Tooling API that clients ask for at log-in and in their first steps, in the form of <see cref="Org.Schema.SchemaText"/>.</summary>
/// <remarks>Source: Tooling API, "Tooling API Objects". Fields are those that clients were seen to select. Key prefixes are unverified. The last ones of the list have no rows in an org without code.</remarks>
internal static class ToolingObjects
{
    /// <summary>In order of the alphabet.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Code("ApexClass", "01p", "Apex Class", "Apex Classes"),
        Code("ApexComponent", "099", "Visualforce Component", "Visualforce Components"),
        Log,
        Code("ApexPage", "066", "Visualforce Page", "Visualforce Pages"),
        Queue,
        Code("ApexTrigger", "01q", "Apex Trigger", "Apex Triggers"),
        Named("AuraDefinitionBundle", "0Ab", "Aura Component Bundle", "Aura Component Bundles"),
        Request,
        CustomField,
        CustomObject,
        Named("DebugLevel", "7dl", "Debug Level", "Debug Levels"),
        EntityDefinition,
        FieldDefinition,
        Named("FlowDefinition", "300", "Flow Definition", "Flow Definitions"),
        Package,
        Named("LightningComponentBundle", "0Rb", "Lightning Component Bundle", "Lightning Component Bundles"),
        Container,
        Named("StaticResource", "081", "Static Resource", "Static Resources"),
        Flag,
        Rule,
    ];

    private const string EntityDefinition = """
        EntityDefinition 4ie "Entity Definition" "Entity Definitions" ro
        DurableId string(255) R
        QualifiedApiName string(255) R name
        DeveloperName string(255)
        NamespacePrefix string(15)
        Label string(255)
        MasterLabel string(255)
        PluralLabel string(255)
        KeyPrefix string(3)
        PublisherId string(255)
        IsCustomizable boolean
        IsApexTriggerable boolean
        IsWorkflowEnabled boolean
        IsQueryable boolean
        IsSearchable boolean
        IsLayoutable boolean
        IsReplicateable boolean
        IsRetrieveable boolean
        IsTriggerable boolean
        IsDeprecatedAndHidden boolean
        IsCustomSetting boolean
        """;

    private const string FieldDefinition = """
        FieldDefinition 4if "Field Definition" "Field Definitions" ro
        DurableId string(255) R
        EntityDefinitionId ref ix ->EntityDefinition(EntityDefinition) /Fields
        QualifiedApiName string(255) R name
        DeveloperName string(255)
        NamespacePrefix string(15)
        Label string(255)
        MasterLabel string(255)
        DataType string(255)
        Length int(9)
        Precision int(9)
        Scale int(9)
        RelationshipName string(255)
        IsCalculated boolean
        IsIndexed boolean
        IsNillable boolean
        IsNameField boolean
        """;

    private const string CustomField = """
        CustomField 00N "Custom Field" "Custom Fields" ro
        DeveloperName string(255) R name
        TableEnumOrId string(255)
        NamespacePrefix string(15)
        FullName string(255)
        ManageableState string(40)
        """;

    private const string CustomObject = """
        CustomObject 01I "Custom Object" "Custom Objects" ro
        DeveloperName string(255) R name
        NamespacePrefix string(15)
        Description string(255)
        ManageableState string(40)
        """;

    private const string Log = """
        ApexLog 07L "Apex Debug Log" "Apex Debug Logs" ro
        Application string(255)
        DurationMilliseconds int(9)
        Location string(40)
        LogLength int(9)
        LogUserId ref ->User(LogUser)
        Operation string(255) name
        Request string(255)
        StartTime datetime
        Status string(255)
        """;

    private const string Queue = """
        ApexTestQueueItem 709 "Apex Test Queue Item" "Apex Test Queue Items" ro
        ApexClassId ref ->ApexClass(ApexClass)
        ExtendedStatus string(1000)
        ParentJobId string(18)
        Status string(40) name
        """;

    private const string Request = """
        ContainerAsyncRequest 1dr "Container Async Request" "Container Async Requests" ro
        MetadataContainerId ref ->MetadataContainer(MetadataContainer)
        ErrorMsg string(1000)
        IsCheckOnly boolean
        State string(40) name
        """;

    private const string Package = """
        InstalledSubscriberPackage 0A3 "Installed Subscriber Package" "Installed Subscriber Packages" ro
        SubscriberPackageId string(18) name
        SubscriberPackageVersionId string(18)
        """;

    private const string Container = """
        MetadataContainer 1dc "Metadata Container" "Metadata Containers" ro
        Name string(255) R name
        """;

    private const string Flag = """
        TraceFlag 7tf "Trace Flag" "Trace Flags" ro
        DebugLevelId ref ->DebugLevel(DebugLevel)
        ExpirationDate datetime
        LogType string(40) name
        StartDate datetime
        TracedEntityId string(18)
        """;

    private const string Rule = """
        ValidationRule 03d "Validation Rule" "Validation Rules" ro
        Active boolean
        Description string(255)
        EntityDefinitionId ref ix ->EntityDefinition(EntityDefinition) /ValidationRules
        ErrorMessage string(255)
        ErrorDisplayField string(255)
        NamespacePrefix string(15)
        ValidationName string(255) name
        """;

    private static string Code(string name, string prefix, string label, string labels) => $"""
        {name} {prefix} "{label}" "{labels}" ro
        Name string(255) R name
        ApiVersion double(18,1)
        Body textarea(1000000)
        BodyCrc double(18,0)
        IsValid boolean
        LengthWithoutComments int(9)
        ManageableState string(40)
        NamespacePrefix string(15)
        Status string(40)
        """;

    private static string Named(string name, string prefix, string label, string labels) => $"""
        {name} {prefix} "{label}" "{labels}" ro
        DeveloperName string(255) R name
        MasterLabel string(255)
        NamespacePrefix string(15)
        ApiVersion double(18,1)
        Description string(255)
        ManageableState string(40)
        """;
}
