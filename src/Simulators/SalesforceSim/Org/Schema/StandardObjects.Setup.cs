namespace SfMarketo.SalesforceSim.Org.Schema;

/// <content>What administrators set up: users, queues, profiles, record types, and the tables of statuses and stages.</content>
internal static partial class StandardObjects
{
    private const string User = """
        User 005 "User" "Users" ro
        Username string(80) R uq key
        LastName string(80) R
        FirstName string(40)
        Name string(121) R calc name "Full Name"
        Email email(128) R
        Alias string(8) R
        CommunityNickname string(40) R "Nickname"
        IsActive boolean "Active"
        UserType picklist(40) @UserType
        TimeZoneSidKey string(40) R "Time Zone"
        LocaleSidKey string(40) R "Locale"
        LanguageLocaleKey string(40) R "Language"
        EmailEncodingKey string(40) R "Email Encoding"
        ProfileId ref R ix ->Profile(Profile) /Users "Profile ID"
        UserRoleId ref ->UserRole(UserRole) /Users "Role ID"
        ManagerId ref ->User(Manager) "Manager ID"
        CompanyName string(80)
        Title string(80)
        Department string(80)
        Phone phone(40)
        MobilePhone phone(40)
        LastLoginDate datetime "Last Login"
        """;

    private const string Group = """
        Group 00G "Group" "Groups" ro
        Name string(40) R name
        DeveloperName string(80) key
        Type picklist(40) R @GroupType
        Email email(255)
        OwnerId ref ->Organization,User(Owner)
        RelatedId ref ->User,UserRole(Related) "Related ID"
        DoesSendEmailToMembers boolean "Send Email to Members"
        DoesIncludeBosses boolean "Include Bosses"
        """;

    private const string Organization = """
        Organization 00D "Organization" "Organizations" ro
        Name string(80) R name
        OrganizationType string(40) "Edition"
        IsSandbox boolean
        InstanceName string(5)
        NamespacePrefix string(15)
        TrialExpirationDate datetime
        DefaultLocaleSidKey string(40) "Locale"
        FiscalYearStartMonth int(9)
        UsesStartDateAsFiscalYearName boolean "Fiscal Year Name by Start"
        PrimaryContact string(80)
        Country string(80)
        LanguageLocaleKey string(40) "Language"
        TimeZoneSidKey string(40) "Time Zone"
        """;

    private const string LeadStatus = """
        LeadStatus 01J "Lead Status Value" "Lead Status Value" ro
        ApiName string(255) R
        MasterLabel string(255) R name
        SortOrder int(9)
        IsConverted boolean "Converted"
        IsDefault boolean "Default"
        """;

    private const string OpportunityStage = """
        OpportunityStage 01J "Opportunity Stage" "Opportunity Stage" ro
        ApiName string(255) R
        MasterLabel string(255) R name
        SortOrder int(9)
        IsActive boolean "Active"
        IsClosed boolean "Closed"
        IsWon boolean "Won"
        DefaultProbability percent(3,0) "Probability (%)"
        ForecastCategory picklist(40) @ForecastCategory
        ForecastCategoryName picklist(40) @ForecastCategoryName
        """;

    private const string AssignmentRule = """
        AssignmentRule 01Q "Assignment Rule" "Assignment Rules" ro
        Name string(120) name
        SobjectType string(40) "SObject Type"
        Active boolean
        """;

    private const string CaseStatus = """
        CaseStatus 01J "Case Status Value" "Case Status Value" ro
        ApiName string(255) R
        MasterLabel string(255) R name
        SortOrder int(9)
        IsClosed boolean "Closed"
        IsDefault boolean "Default"
        """;

    private const string TaskStatus = """
        TaskStatus 01J "Task Status Value" "Task Status Value" ro
        ApiName string(255) R
        MasterLabel string(255) R name
        SortOrder int(9)
        IsClosed boolean "Closed"
        IsDefault boolean "Default"
        """;

    private const string TaskPriority = """
        TaskPriority 01J "Task Priority Value" "Task Priority Value" ro
        ApiName string(255) R
        MasterLabel string(255) R name
        SortOrder int(9)
        IsHighPriority boolean "High Priority"
        IsDefault boolean "Default"
        """;

    private const string Profile = """
        Profile 00e "Profile" "Profile" ro
        Name string(255) R name key
        UserType picklist(40) @UserType
        Description string(255)
        PermissionsApiEnabled boolean "API Enabled"
        PermissionsModifyAllData boolean "Modify All Data"
        PermissionsViewAllData boolean "View All Data"
        """;

    private const string UserRole = """
        UserRole 00E "Role" "Role" ro
        Name string(80) R name
        DeveloperName string(80) key
        ParentRoleId ref ->UserRole(ParentRole) "Parent Role ID"
        """;

    private const string RecordType = """
        RecordType 012 "Record Type" "Record Types" ro
        Name string(80) R name
        DeveloperName string(80) R
        Description string(255)
        SobjectType string(40) R "SObject Type Name"
        IsActive boolean "Active"
        """;

    private const string QueueSobject = """
        QueueSobject 03g "Queue Sobject" "Queue Sobjects" ro
        QueueId ref R ix ->Group(Queue) /QueueSobjects "Group ID"
        SobjectType string(40) R "sObject Type"
        """;
}
