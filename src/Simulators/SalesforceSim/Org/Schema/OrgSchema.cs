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
            // LeadStatus and OpportunityStage share 01J: the first of them has it.
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

    /// <summary>The object, ignoring case; null when there is none.</summary>
    public SObjectType? Find(ReadOnlySpan<char> name) => bySpan.TryGetValue(name, out var type) ? type : null;

    /// <summary>The object an id belongs to by its first three characters; null when no object has them.</summary>
    public SObjectType? FindByPrefix(in SalesforceId id) => byPrefix.GetValueOrDefault(id.Prefix);

    /// <summary>The standard objects with extra fields.</summary>
    /// <param name="extraFields">Object name to lines in the form of <see cref="SchemaText"/>.</param>
    /// <param name="taskGuidIsExternalId">Task.MarketoGuid__c is a unique external id; otherwise it is a plain text field.</param>
    public static OrgSchema Build(IReadOnlyList<KeyValuePair<string, string>> extraFields, bool taskGuidIsExternalId = true)
    {
        var objects = new List<SObjectType>();
        foreach (var text in StandardObjects.All)
        {
            var lines = taskGuidIsExternalId ? text : text.Replace(StandardObjects.TaskGuidAsExternalId, StandardObjects.TaskGuidAsText, StringComparison.Ordinal);
            objects.Add(SchemaText.Parse(objects.Count, lines, extraFields));
        }

        return new OrgSchema(objects);
    }

    /// <summary>A schema of its own, of objects in the form of <see cref="SchemaText"/>.</summary>
    public static OrgSchema Parse(IReadOnlyList<string> objects) => new([.. objects.Select((text, number) => SchemaText.Parse(number, text, []))]);
}
