using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Rules;

namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>All objects of an org.</summary>
internal sealed class OrgSchema
{
    private readonly Dictionary<string, SObjectType> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SObjectType>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly Dictionary<int, SObjectType> byPrefix = [];

    private OrgSchema(IReadOnlyList<SObjectType> objects)
    {
        Objects = objects;
        foreach (var type in objects)
        {
            byName.Add(type.Name, type);
        }

        // LeadStatus and OpportunityStage share 01J: the one that was there first has it.
        foreach (var type in objects.OrderBy(type => type.SerialNumber))
        {
            byPrefix.TryAdd(SalesforceId.PackPrefix(type.KeyPrefix), type);
        }

        bySpan = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var type in objects)
        {
            foreach (var field in type.Fields)
            {
                foreach (var target in field.ReferenceTo)
                {
                    Find(target)?.AddChild(new ChildRelationship(type, field, field.ChildRelationshipName));
                }
            }
        }
    }

    /// <summary>By number, in order of the alphabet.</summary>
    public IReadOnlyList<SObjectType> Objects { get; }

    public SObjectType this[string name] => byName[name];

    /// <summary>The org has it, whether the present user sees it or not.</summary>
    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>The object, ignoring case; null when there is none that the user of the present call sees.</summary>
    public SObjectType? Find(ReadOnlySpan<char> name) => bySpan.TryGetValue(name, out var type) && FieldSight.Shows(type) ? type : null;

    /// <summary>The object an id belongs to by its first three characters; null when no object has them.</summary>
    public SObjectType? FindByPrefix(in SalesforceId id) => byPrefix.GetValueOrDefault(id.Prefix);

    /// <summary>The standard objects with extra fields.</summary>
    /// <param name="extraFields">Object name to lines in the form of <see cref="SchemaText"/>.</param>
    /// <param name="taskGuidIsExternalId">Task.MarketoGuid__c is a unique external id; otherwise it is a plain text field.</param>
    /// <param name="metadata">The administrator's objects and fields; null for none.</param>
    /// <exception cref="MetadataException">The metadata names what does not exist, or holds a formula that is none.</exception>
    public static OrgSchema Build(IReadOnlyList<KeyValuePair<string, string>> extraFields, bool taskGuidIsExternalId = true, OrgMetadata? metadata = null)
    {
        var custom = new CustomSchema(metadata ?? OrgMetadata.None);
        var texts = StandardObjects.All
            .Select(text => taskGuidIsExternalId ? text : text.Replace(StandardObjects.TaskGuidAsExternalId, StandardObjects.TaskGuidAsText, StringComparison.Ordinal))
            .Concat(custom.Objects())
            .Select((text, serial) => (Name: text[..text.IndexOf(' ')], Text: text, Serial: serial))
            .OrderBy(each => each.Name, StringComparer.Ordinal)
            .ToList();
        custom.CheckObjects(texts.ConvertAll(each => each.Name));
        var schema = new OrgSchema([.. texts.Select((each, number) => SchemaText.Parse(number, each.Serial, each.Text, extraFields, custom.FieldsOf(each.Name)))]);
        RollUps.AddStandard(schema);
        custom.Complete(schema);
        return schema;
    }

    /// <summary>A schema of its own, of objects in the form of <see cref="SchemaText"/>.</summary>
    public static OrgSchema Parse(IReadOnlyList<string> objects) => new([.. objects.Select((text, number) => SchemaText.Parse(number, number, text, [], []))]);
}
