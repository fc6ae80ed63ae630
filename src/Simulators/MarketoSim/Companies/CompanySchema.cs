using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Companies;

/// <summary>The company's fields: its keys and stamps, then those that people show as their own.</summary>
/// <remarks>Source: Marketo REST API, "Companies"; which person fields are company fields: shared/reference/marketo.md section 5.8.</remarks>
internal sealed class CompanySchema
{
    private readonly Dictionary<string, PersonField> byName = new(StringComparer.Ordinal);
    private readonly PersonField[] personFields;
    private readonly PersonField?[] ofPerson;

    public CompanySchema(PersonSchema people)
    {
        var fields = new List<PersonField>();
        var inherited = new List<PersonField>();
        ofPerson = new PersonField?[people.Fields.Length];
        Id = Add(fields, people.Find("id")!, readOnly: true);
        ExternalId = Add(fields, people.ExternalCompanyId, readOnly: true);
        CreatedAt = Add(fields, people.CreatedAt, readOnly: true);
        UpdatedAt = Add(fields, people.UpdatedAt, readOnly: true);
        FirstInherited = fields.Count;
        foreach (var field in people.Fields)
        {
            if (field.Company)
            {
                inherited.Add(field);
                ofPerson[field.Number] = Add(fields, field, readOnly: false);
            }
        }

        Fields = [.. fields];
        Names = [.. fields.Select(field => field.Name)];
        personFields = [.. inherited];
        Name = byName["company"];
        Searchable = [ExternalId, Id, Name];
        DefaultRead = [Id, ExternalId, CreatedAt, UpdatedAt];
    }

    public PersonField[] Fields { get; }

    public IReadOnlyList<string> Names { get; }

    public PersonField Id { get; }

    /// <summary><c>externalCompanyId</c>: the dedupe field, given once.</summary>
    public PersonField ExternalId { get; }

    public PersonField CreatedAt { get; }

    public PersonField UpdatedAt { get; }

    /// <summary><c>company</c>.</summary>
    public PersonField Name { get; }

    public PersonField[] Searchable { get; }

    /// <summary>The fields of a read that names none.</summary>
    public PersonField[] DefaultRead { get; }

    /// <summary>Number of the first field that people inherit; all later ones are inherited too.</summary>
    public int FirstInherited { get; }

    public PersonField? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The person's field that shows this company field.</summary>
    public PersonField ToPerson(int number) => personFields[number - FirstInherited];

    /// <summary>The company's field behind a person's company field.</summary>
    public PersonField FromPerson(PersonField field) => ofPerson[field.Number]!;

    private PersonField Add(List<PersonField> fields, PersonField like, bool readOnly)
    {
        var field = new PersonField(fields.Count, like.Name, like.DisplayName, like.Type) { Length = like.Length, ReadOnly = readOnly, Pooled = like.Pooled };
        fields.Add(field);
        byName.Add(field.Name, field);
        return field;
    }
}
