using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>The fields of a program member: those that Marketo keeps, and those that clients write.</summary>
/// <remarks>Source: Marketo REST API, "Program members", describe.</remarks>
internal sealed class MemberSchema
{
    private static readonly string[] Kept = ["leadId", "reachedSuccess", "statusName"];
    private static readonly string[] Default = ["acquiredBy", "leadId", "membershipDate", "programId", "reachedSuccess"];

    private const int MaxText = 255;

    private static readonly FieldTraits Plain = new();

    private readonly Dictionary<string, PersonField> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldTraits> traits;

    public MemberSchema(IReadOnlyList<CustomField> customFields)
    {
        var fields = new List<PersonField>();
        Add(fields, "acquiredBy", "Acquired By", PersonFieldType.Boolean, 0);
        Add(fields, "createdAt", "Created At", PersonFieldType.DateTime, 0);
        Add(fields, "isExhausted", "Is Exhausted", PersonFieldType.Boolean, 0);
        Add(fields, "leadId", "Lead Id", PersonFieldType.Integer, 0);
        Add(fields, "membershipDate", "Membership Date", PersonFieldType.DateTime, 0);
        Add(fields, "nurtureCadence", "Nurture Cadence", PersonFieldType.String, 4);
        Add(fields, "programId", "Program Id", PersonFieldType.Integer, 0);
        Add(fields, "reachedSuccess", "Reached Success", PersonFieldType.Boolean, 0);
        Add(fields, "reachedSuccessDate", "Reached Success Date", PersonFieldType.DateTime, 0);
        Add(fields, "statusName", "Status", PersonFieldType.String, 255);
        Add(fields, "trackName", "Track Name", PersonFieldType.String, 255);
        Add(fields, "updatedAt", "Updated At", PersonFieldType.DateTime, 0);
        var kept = fields.Count;
        Add(fields, "registrationCode", "Registration Code", PersonFieldType.String, 100, kept);
        Add(fields, "webinarUrl", "Webinar URL", PersonFieldType.Url, 255, kept);
        foreach (var custom in customFields)
        {
            Add(fields, custom.Name, custom.DisplayName ?? custom.Name, custom.Type, custom.Type <= PersonFieldType.Reference ? custom.Length : 0, kept, custom: true);
        }

        Fields = [.. fields];
        DefaultRead = [.. Default.Select(name => byName[name])];
        traits = new Dictionary<string, FieldTraits>(StringComparer.Ordinal);
    }

    private MemberSchema(IEnumerable<PersonField> fields, Dictionary<string, FieldTraits> traits)
    {
        Fields = [.. fields];
        byName = Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        DefaultRead = [.. Default.Select(name => byName[name])];
        this.traits = traits;
    }

    public PersonField[] Fields { get; }

    /// <summary>The fields of a read that names none.</summary>
    public PersonField[] DefaultRead { get; }

    /// <summary>Fields that are not Marketo's own.</summary>
    public int CustomCount => Fields.Count(one => one.Custom);

    public FieldTraits TraitsOf(string name) => traits.GetValueOrDefault(name) ?? Plain;

    /// <summary>The schema with one field more.</summary>
    public MemberSchema With(string name, string displayName, PersonFieldType type, FieldTraits own)
    {
        var field = new PersonField(Fields.Length, name, displayName, type)
        {
            Length = type <= PersonFieldType.Reference ? MaxText : 0,
            Custom = true,
            Searchable = type is PersonFieldType.String or PersonFieldType.Integer,
        };
        return new MemberSchema(Fields.Append(field), new(traits, StringComparer.Ordinal) { [name] = own });
    }

    /// <summary>The schema with another display name and other traits of a field.</summary>
    public MemberSchema With(PersonField field, string displayName, FieldTraits own)
    {
        var changed = new PersonField(field.Number, field.Name, displayName, field.Type) { Length = field.Length, ReadOnly = field.ReadOnly, Custom = field.Custom, Searchable = field.Searchable };
        return new MemberSchema(Fields.Select(other => other == field ? changed : other), new(traits, StringComparer.Ordinal) { [field.Name] = own });
    }

    public PersonField? Find(string name) => byName.GetValueOrDefault(name);

    private void Add(List<PersonField> fields, string name, string displayName, PersonFieldType type, int length, int kept = int.MaxValue, bool custom = false)
    {
        var field = new PersonField(fields.Count, name, displayName, type)
        {
            Length = length,
            ReadOnly = fields.Count < kept,
            Custom = custom,
            Searchable = Kept.Contains(name) || (custom && type is PersonFieldType.String or PersonFieldType.Integer),
        };
        fields.Add(field);
        if (!byName.TryAdd(name, field))
        {
            throw new ArgumentException($"The program member field '{name}' exists already.", nameof(fields));
        }
    }
}
