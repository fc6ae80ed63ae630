using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query;

namespace SfMarketo.SalesforceSim.Tooling;

/// <summary>What the Tooling API shows of an org: its objects and fields as rows. Read only; made anew when the org's schema is another one.</summary>
internal sealed class ToolingStore
{
    private readonly SeedRows seed;
    private readonly string userId;

    public ToolingStore(OrgStore org, QueryOptions options)
    {
        Described = org.Schema;
        var user = org["User"][0]!;
        userId = user.Id;
        Rows = new OrgStore(OrgSchema.Parse(ToolingObjects.All));
        seed = new SeedRows(Rows, user.Stamp);
        Soql = new SoqlEngine(Rows, options, 0);
        foreach (var type in org.Schema.Objects)
        {
            AddObject(type);
        }
    }

    /// <summary>The schema that the rows describe.</summary>
    public OrgSchema Described { get; }

    public OrgStore Rows { get; }

    public SoqlEngine Soql { get; }

    private void AddObject(SObjectType type)
    {
        var custom = type.Name.EndsWith("__c", StringComparison.Ordinal);
        var bare = custom ? type.Name[..^3] : type.Name;
        var entity = Add(
            "EntityDefinition",
            ("DurableId", type.Name),
            ("QualifiedApiName", type.Name),
            ("DeveloperName", bare),
            ("Label", type.Label),
            ("MasterLabel", type.Label),
            ("PluralLabel", type.LabelPlural),
            ("KeyPrefix", type.KeyPrefix),
            ("PublisherId", custom ? "<local>" : "System"),
            ("IsCustomizable", Boxes.Of(type.Writable)),
            ("IsApexTriggerable", Boxes.Of(type.Writable)),
            ("IsWorkflowEnabled", Boxes.Of(type.Writable)),
            ("IsQueryable", Boxes.True),
            ("IsSearchable", Boxes.Of(type.Writable)),
            ("IsLayoutable", Boxes.Of(type.Writable)),
            ("IsReplicateable", Boxes.Of(type.Writable)),
            ("IsRetrieveable", Boxes.True),
            ("IsTriggerable", Boxes.Of(type.Writable)));
        if (custom)
        {
            Add("CustomObject", ("DeveloperName", bare), ("ManageableState", "unmanaged"));
        }

        foreach (var field in type.Fields)
        {
            AddField(type, field, entity);
        }
    }

    private void AddField(SObjectType type, SField field, string entity)
    {
        var bare = field.Custom ? field.Name[..^3] : field.Name;
        Add(
            "FieldDefinition",
            ("DurableId", $"{type.Name}.{field.Name}"),
            ("EntityDefinitionId", entity),
            ("QualifiedApiName", field.Name),
            ("DeveloperName", bare),
            ("Label", field.Label),
            ("MasterLabel", field.Label),
            ("DataType", DataType(field)),
            ("Length", Boxes.Of(field.Length)),
            ("Precision", Boxes.Of(field.Precision)),
            ("Scale", Boxes.Of(field.Scale)),
            ("RelationshipName", field.RelationshipName),
            ("IsCalculated", Boxes.Of(field.Calculated)),
            ("IsIndexed", Boxes.Of(field.Indexed)),
            ("IsNillable", Boxes.Of(field.Nillable)),
            ("IsNameField", Boxes.Of(field.IsNameField)));
        if (field.Custom)
        {
            Add("CustomField", ("DeveloperName", bare), ("TableEnumOrId", type.Name), ("FullName", $"{type.Name}.{field.Name}"), ("ManageableState", "unmanaged"));
        }
    }

    // As the screens name types.
    private static string DataType(SField field) => field.Type switch
    {
        SFieldType.Reference => $"Lookup({string.Join(',', field.ReferenceTo)})",
        SFieldType.String => $"Text({field.Length})",
        SFieldType.TextArea when field.Length > 255 => $"Long Text Area({field.Length})",
        SFieldType.TextArea => $"Text Area({field.Length})",
        SFieldType.MultiPicklist => "Picklist (Multi-Select)",
        SFieldType.Boolean => "Checkbox",
        SFieldType.Int => $"Number({field.Digits}, 0)",
        SFieldType.Double => $"Number({field.Precision - field.Scale}, {field.Scale})",
        SFieldType.Currency => $"Currency({field.Precision - field.Scale}, {field.Scale})",
        SFieldType.Percent => $"Percent({field.Precision - field.Scale}, {field.Scale})",
        SFieldType.DateTime => "Date/Time",
        _ => field.Type.ToString(),
    };

    private string Add(string name, params ReadOnlySpan<(string Field, object? Value)> fields) => seed.Add(name, userId, fields);
}
