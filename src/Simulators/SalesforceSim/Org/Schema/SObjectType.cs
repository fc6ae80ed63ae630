using System.Text.Json;

namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>One object of the schema: its fields by number and by name.</summary>
internal sealed class SObjectType
{
    private readonly Dictionary<string, SField> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SField>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<ChildRelationship> children = [];

    public SObjectType(int number, string name, string keyPrefix, string label, string labelPlural, IReadOnlyList<SField> fields, bool writable)
    {
        Number = number;
        Name = name;
        KeyPrefix = keyPrefix;
        Label = label;
        LabelPlural = labelPlural;
        Fields = fields;
        ValueNames = [.. fields.Where(field => field.Type != SFieldType.Address).Select(field => field.Name)];
        Writable = writable;
        Json = JsonEncodedText.Encode(name);
        foreach (var field in fields)
        {
            byName.Add(field.Name, field);
        }

        bySpan = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        NameField = fields.FirstOrDefault(field => field.IsNameField);
        IsDeleted = Find("IsDeleted");
        OwnerId = Find("OwnerId");
        IsArchived = Find("IsArchived");
    }

    /// <summary>Place of the object in <see cref="OrgSchema.Objects"/>.</summary>
    public int Number { get; }

    public string Name { get; }

    /// <summary>First three characters of its ids.</summary>
    public string KeyPrefix { get; }

    public string Label { get; }

    public string LabelPlural { get; }

    /// <summary>By number; the first six are <see cref="SystemFields"/>.</summary>
    public IReadOnlyList<SField> Fields { get; }

    /// <summary>Names of the fields that hold one value: all but compound addresses.</summary>
    public IReadOnlyList<string> ValueNames { get; }

    /// <summary>Rows can be created, changed and deleted through the API.</summary>
    public bool Writable { get; }

    public IReadOnlyList<ChildRelationship> Children => children;

    public JsonEncodedText Json { get; }

    public SField? NameField { get; }

    public SField? IsDeleted { get; }

    public SField? OwnerId { get; }

    /// <summary>Of activities: old ones are archived, and only queryAll shows them.</summary>
    public SField? IsArchived { get; }

    /// <summary>The field, ignoring case; null when there is none.</summary>
    public SField? Find(ReadOnlySpan<char> name) => bySpan.TryGetValue(name, out var field) ? field : null;

    /// <summary>A field that the schema is known to have.</summary>
    public SField Field(string name) => byName[name];

    /// <summary>The reference field whose relationship has this name (<c>Owner</c>, <c>Account</c>), ignoring case; null when there is none.</summary>
    public SField? FindRelationship(ReadOnlySpan<char> name)
    {
        foreach (var field in Fields)
        {
            if (field.RelationshipName is { } relationship && name.Equals(relationship, StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return null;
    }

    public override string ToString() => Name;

    internal void AddChild(ChildRelationship child) => children.Add(child);
}
