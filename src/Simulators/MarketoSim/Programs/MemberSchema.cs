using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>The fields of a program member: those that Marketo keeps, and those that clients write.</summary>
/// <remarks>Source: Marketo REST API, "Program members", describe.</remarks>
internal sealed class MemberSchema
{
    private static readonly string[] Kept = ["leadId", "reachedSuccess", "statusName"];
    private static readonly string[] Default = ["acquiredBy", "leadId", "membershipDate", "programId", "reachedSuccess"];

    private readonly Dictionary<string, PersonField> byName = new(StringComparer.Ordinal);

    public MemberSchema(IReadOnlyList<CustomField> customFields)
    {
        var fields = new List<PersonField>();
        Add(fields, "acquiredBy", "Acquired By", PersonFieldType.Boolean, 0);
        Add(fields, "isExhausted", "Is Exhausted", PersonFieldType.Boolean, 0);
        Add(fields, "leadId", "Lead Id", PersonFieldType.Integer, 0);
        Add(fields, "membershipDate", "Membership Date", PersonFieldType.DateTime, 0);
        Add(fields, "programId", "Program Id", PersonFieldType.Integer, 0);
        Add(fields, "reachedSuccess", "Reached Success", PersonFieldType.Boolean, 0);
        Add(fields, "statusName", "Status", PersonFieldType.String, 255);
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
    }

    public PersonField[] Fields { get; }

    /// <summary>The fields of a read that names none.</summary>
    public PersonField[] DefaultRead { get; }

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
