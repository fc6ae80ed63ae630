using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>The person's fields by number and by name. Names are compared exactly, as the REST API writes them.</summary>
internal sealed class PersonSchema
{
    private readonly Dictionary<string, PersonField> byName = new(StringComparer.Ordinal);
    private readonly object?[] defaults;

    public PersonSchema(IReadOnlyList<CustomField> customFields)
    {
        var fields = new List<PersonField>();
        foreach (var (name, displayName, type, length) in StandardFields.All)
        {
            fields.Add(new PersonField(fields.Count, name, displayName, type)
            {
                Length = length,
                ReadOnly = StandardFields.ReadOnly.Contains(name),
                Searchable = StandardFields.Searchable.Contains(name),
                Custom = StandardFields.Custom.Contains(name),
                Company = StandardFields.Company.Contains(name),
                Pooled = StandardFields.Pooled.Contains(name),
                Default = type == PersonFieldType.Boolean ? false : name == "leadPartitionId" ? 1 : null,
            });
        }

        foreach (var custom in customFields)
        {
            fields.Add(new PersonField(fields.Count, custom.Name, custom.DisplayName ?? custom.Name, custom.Type)
            {
                Length = custom.Type <= PersonFieldType.Reference ? custom.Length : 0,
                Searchable = custom.Type is PersonFieldType.String or PersonFieldType.Email or PersonFieldType.Integer,
                Custom = true,
            });
        }

        Fields = [.. fields];
        Names = [.. fields.Select(field => field.Name)];
        foreach (var field in Fields)
        {
            if (!byName.TryAdd(field.Name, field))
            {
                throw new ArgumentException($"The person field '{field.Name}' exists already.", nameof(customFields));
            }
        }

        Id = byName["id"];
        Email = byName["email"];
        FirstName = byName["firstName"];
        LastName = byName["lastName"];
        CreatedAt = byName["createdAt"];
        UpdatedAt = byName["updatedAt"];
        LeadScore = byName["leadScore"];
        ExternalCompanyId = byName["externalCompanyId"];
        Unsubscribed = byName["unsubscribed"];
        EmailInvalid = byName["emailInvalid"];
        DefaultRead = [Id, Email, UpdatedAt, CreatedAt, FirstName, LastName];
        defaults = [.. Fields.Select(field => field.Default)];
    }

    public PersonField[] Fields { get; }

    public IReadOnlyList<string> Names { get; }

    public PersonField Id { get; }

    public PersonField Email { get; }

    public PersonField FirstName { get; }

    public PersonField LastName { get; }

    public PersonField CreatedAt { get; }

    public PersonField UpdatedAt { get; }

    public PersonField LeadScore { get; }

    public PersonField ExternalCompanyId { get; }

    public PersonField Unsubscribed { get; }

    public PersonField EmailInvalid { get; }

    /// <summary>The fields of a read that names none.</summary>
    public PersonField[] DefaultRead { get; }

    public PersonField? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The values of a person of whom nothing is known.</summary>
    public object?[] NewValues() => [.. defaults];
}
