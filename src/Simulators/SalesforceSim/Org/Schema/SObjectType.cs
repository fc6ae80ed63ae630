using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Rules;

namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>One object of the schema: its fields by number and by name.</summary>
internal sealed class SObjectType
{
    private readonly Dictionary<string, SField> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SField>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<ChildRelationship> children = [];

    public SObjectType(int number, int serialNumber, string name, string keyPrefix, string label, string labelPlural, IReadOnlyList<SField> fields, bool writable)
    {
        Number = number;
        SerialNumber = serialNumber;
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
        RecordTypeId = Find("RecordTypeId");
        foreach (var address in fields.Where(field => field.Type == SFieldType.Address))
        {
            var prefix = address.Name[..^"Address".Length];
            if (byName.TryGetValue(prefix + "CountryCode", out var country) && byName.TryGetValue(prefix + "StateCode", out var state))
            {
                address.CodeParts = (country.Number, state.Number);
            }
        }

        AutoNumber = fields.FirstOrDefault(field => field.AutoNumber is not null);
        Required = [.. fields.Where(field => !field.Nillable && field.Createable && field.Type != SFieldType.Boolean)];
        LockFields = [.. fields.Where(field => field.LocksParent)];
        Defaults = [.. fields.Select(DefaultOf)];
    }

    /// <summary>Place of the object in <see cref="OrgSchema.Objects"/>.</summary>
    public int Number { get; }

    /// <summary>Place of the object's serials among those of all objects: ids stay the same when others are added.</summary>
    public int SerialNumber { get; }

    public string Name { get; }

    /// <summary>Made by the org's administrator.</summary>
    public bool Custom => Name.EndsWith("__c", StringComparison.Ordinal);

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

    /// <summary>Of activities; null for other objects.</summary>
    public SField? IsArchived { get; }

    /// <summary>Null where the object has no record types.</summary>
    public SField? RecordTypeId { get; }

    /// <summary>The field with the running number, or null.</summary>
    public SField? AutoNumber { get; }

    /// <summary>Fields that may not be empty and that a client can write; checkboxes never are.</summary>
    public IReadOnlyList<SField> Required { get; }

    /// <summary>Lookups whose rows a write locks.</summary>
    public IReadOnlyList<SField> LockFields { get; }

    /// <summary>Values of a new row by field number, before anything is filled in. Not to be changed.</summary>
    public object?[] Defaults { get; }

    /// <summary>Formula fields in the order in which they are worked out.</summary>
    public IReadOnlyList<(SField Field, Formula Formula)> Formulas { get; internal set; } = [];

    /// <summary>Defaults that are formulas.</summary>
    public IReadOnlyList<(SField Field, Formula Formula)> DefaultFormulas { get; internal set; } = [];

    /// <summary>Roll-ups that rows of this object count in.</summary>
    public IReadOnlyList<RollUp> RollUps { get; internal set; } = [];

    /// <summary>Roll-ups whose fields this object has, with the children's object.</summary>
    public IReadOnlyList<(SObjectType Child, RollUp RollUp)> Counted { get; internal set; } = [];

    /// <summary>Lookups of other objects whose formulas read this one.</summary>
    public IReadOnlyList<(SObjectType Child, SField Lookup)> FormulaReaders { get; internal set; } = [];

    /// <summary>The field, ignoring case; null when there is none that the user of the present call sees.</summary>
    public SField? Find(ReadOnlySpan<char> name) => bySpan.TryGetValue(name, out var field) && FieldSight.Shows(field) ? field : null;

    /// <summary>The field, ignoring case, whoever asks; null when there is none.</summary>
    public SField? FindAny(ReadOnlySpan<char> name) => bySpan.TryGetValue(name, out var field) ? field : null;

    /// <summary>A field that the schema is known to have.</summary>
    public SField Field(string name) => byName[name];

    /// <summary>The reference field whose relationship has this name (<c>Owner</c>, <c>Account</c>), ignoring case; null when there is none.</summary>
    public SField? FindRelationship(ReadOnlySpan<char> name)
    {
        foreach (var field in Fields)
        {
            if (field.RelationshipName is { } relationship && name.Equals(relationship, StringComparison.OrdinalIgnoreCase) && FieldSight.Shows(field))
            {
                return field;
            }
        }

        return null;
    }

    public override string ToString() => Name;

    private static object? DefaultOf(SField field) =>
        field.Type == SFieldType.Boolean ? Boxes.Of(field.Name == "IsUnreadByOwner" || field.Default is true)
        : field.StartsAtZero ? field.Type == SFieldType.Int ? Boxes.Of(0) : Boxes.Of(0.0)
        : field.Default ?? (field.DefaultedOnCreate ? field.Picklist.FirstOrDefault(value => value.IsDefault)?.Value : null);

    internal void AddChild(ChildRelationship child) => children.Add(child);
}
