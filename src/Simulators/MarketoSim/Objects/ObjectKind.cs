using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>One kind of record of the lead database other than people: its fields and keys as data, and what it does differently as methods to override.</summary>
/// <remarks>Source: Marketo REST API, "Lead database" (describe of each object). A kind has no state, so forks share it.</remarks>
internal abstract class ObjectKind
{
    private readonly Dictionary<string, PersonField> byName = new(StringComparer.Ordinal);
    private readonly bool[] isKey;

    /// <param name="name">What it is called.</param>
    /// <param name="id">Marketo's own id: a whole number or a GUID.</param>
    /// <param name="dedupe">The fields that make a record what it is; several are a compound key.</param>
    /// <param name="others">Its further fields. The stamps are added here.</param>
    /// <param name="searchable">What a read may ask for, by field names; several are a compound key.</param>
    protected ObjectKind(ObjectName name, ObjectField id, IReadOnlyList<ObjectField> dedupe, IEnumerable<ObjectField> others, IReadOnlyList<string[]> searchable)
    {
        Name = name;
        var fields = new List<PersonField>();
        Id = Add(fields, id);
        Dedupe = [.. dedupe.Select(field => Add(fields, field))];
        CreatedAt = Add(fields, ObjectField.CreatedAt);
        UpdatedAt = Add(fields, ObjectField.UpdatedAt);
        FirstOther = fields.Count;
        foreach (var field in others)
        {
            Add(fields, field);
        }

        Fields = [.. fields];
        Names = [.. fields.Select(field => field.Name)];
        Searchable = [.. searchable.Select(names => names.Select(one => byName[one]).ToArray())];
        DefaultRead = [Id, .. Dedupe, CreatedAt, UpdatedAt];
        isKey = [.. Fields.Select(field => Dedupe.Contains(field))];
    }

    public ObjectName Name { get; }

    public PersonField[] Fields { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The idField.</summary>
    public PersonField Id { get; }

    /// <summary>The dedupeFields.</summary>
    public PersonField[] Dedupe { get; }

    public PersonField CreatedAt { get; }

    public PersonField UpdatedAt { get; }

    /// <summary>Number of the first field that is neither key nor stamp.</summary>
    public int FirstOther { get; }

    public PersonField[][] Searchable { get; }

    /// <summary>The fields of a read that names none.</summary>
    public PersonField[] DefaultRead { get; }

    /// <summary>A read that names no fields shows all that have a value.</summary>
    public virtual bool ReadsAllPopulated => false;

    /// <summary>The first whole-number id.</summary>
    public virtual int FirstId => 1;

    public virtual IReadOnlyList<ObjectLink> Links => [];

    public PersonField? Find(string name) => byName.GetValueOrDefault(name);

    public PersonField this[string name] => byName[name];

    public bool IsKey(PersonField field) => isKey[field.Number];

    /// <summary>The dedupe fields' values as one text.</summary>
    public string KeyOf(object?[] values)
    {
        if (Dedupe.Length == 1)
        {
            return PersonWriter.Wire(values[Dedupe[0].Number]) ?? "";
        }

        return string.Join('\u001f', Dedupe.Select(field => PersonWriter.Wire(values[field.Number])));
    }

    /// <summary>The id of the record at a place in the table, and back: null for an id that was never given.</summary>
    public object IdOf(int place) => Id.Type == PersonFieldType.Integer ? place + FirstId : ObjectGuid.Of(Name.Record, place);

    public int? PlaceOf(object id) => id is int number ? number - FirstId : ObjectGuid.PlaceOf(Name.Record, (string)id);

    /// <summary>Why a whole call is refused for one of its records, before anything is written.</summary>
    public virtual MarketoError? Refuse(MarketoInstance instance, ReadOnlySpan<FieldValue> cells) => null;

    /// <summary>Why a record may not be written.</summary>
    /// <param name="instance">Where.</param>
    /// <param name="row">The record as it is, or null for a new one.</param>
    /// <param name="cells">What is written; the key too for a new one.</param>
    public virtual MarketoError? Check(MarketoInstance instance, ObjectRow? row, ReadOnlySpan<FieldValue> cells) => null;

    /// <summary>Other records hang on this one, which cannot be deleted (1022).</summary>
    public virtual bool IsInUse(MarketoInstance instance, ObjectRow row) => false;

    /// <summary>Gives a new record what Marketo itself sets.</summary>
    public virtual void Complete(object?[] values)
    {
    }

    /// <summary>What follows from a write: activities, values that others inherit.</summary>
    /// <param name="instance">Where.</param>
    /// <param name="before">Null for a new record.</param>
    /// <param name="after">The record now; not live when it was deleted.</param>
    /// <param name="changes">What an update changed.</param>
    /// <param name="context">Who did it.</param>
    public virtual void Follow(MarketoInstance instance, ObjectRow? before, ObjectRow after, IReadOnlyList<FieldChange> changes, in ChangeContext context)
    {
    }

    private PersonField Add(List<PersonField> fields, ObjectField like)
    {
        var field = new PersonField(fields.Count, like.Name, like.DisplayName, like.Type) { Length = like.Length, ReadOnly = !like.Updateable, Pooled = like.Pooled, Custom = like.Custom };
        fields.Add(field);
        return byName.TryAdd(field.Name, field) ? field : throw new ArgumentException($"{Name.Display} has two fields '{field.Name}'.", nameof(like));
    }
}
