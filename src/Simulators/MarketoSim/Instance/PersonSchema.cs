using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>The person's fields by number and by name. Names are compared exactly, as the REST API writes them.</summary>
/// <remarks>It grows while the instance runs: a field never goes and never changes its number, name or type. Each fork has its own from the fork on.</remarks>
internal sealed class PersonSchema
{
    private static readonly FieldTraits Plain = new();

    private readonly Dictionary<string, PersonField> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, FieldTraits> traits;

    /// <exception cref="ArgumentException">Two fields have one name.</exception>
    public PersonSchema(IReadOnlyList<CustomField> customFields)
        : this(Build(customFields), [], null)
    {
    }

    private PersonSchema(PersonField[] fields, Dictionary<int, FieldTraits> traits, PersonLayout? layout)
    {
        this.traits = traits;
        Fields = fields;
        Names = [.. fields.Select(field => field.Name)];
        foreach (var field in fields)
        {
            if (!byName.TryAdd(field.Name, field))
            {
                throw new ArgumentException($"The person field '{field.Name}' exists already.", nameof(fields));
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
        LeadPartitionId = byName["leadPartitionId"];
        Cookies = byName["cookies"];
        IsAnonymous = byName["isAnonymous"];
        DefaultRead = [Id, Email, UpdatedAt, CreatedAt, FirstName, LastName];
        Layout = layout ?? new PersonLayout([.. fields.Select(field => field.Default)], [.. DefaultRead.Select(field => field.Number)]);
    }

    /// <summary>Where rows that are written now have their values.</summary>
    public PersonLayout Layout { get; private set; }

    /// <summary>Never written to: a new field makes another array.</summary>
    public PersonField[] Fields { get; private set; }

    public IReadOnlyList<string> Names { get; private set; }

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

    public PersonField LeadPartitionId { get; }

    public PersonField Cookies { get; }

    public PersonField IsAnonymous { get; }

    /// <summary>The fields of a read that names none.</summary>
    public PersonField[] DefaultRead { get; }

    /// <summary>Fields made by API.</summary>
    public int ApiCreated => traits.Values.Count(one => one.IsApiCreated);

    public PersonField? Find(string name) => byName.GetValueOrDefault(name);

    public FieldTraits TraitsOf(PersonField field) => traits.GetValueOrDefault(field.Number, Plain);

    /// <summary>The place of a field in rows that are written from now on.</summary>
    public int GivePlace(int number)
    {
        if (Layout.PlaceOf(number) >= Layout.Row.Length)
        {
            Layout = Layout.With(number);
        }

        return Layout.PlaceOf(number);
    }

    /// <summary>Adds a custom field; whoever is there has no value in it.</summary>
    public PersonField Add(CustomField custom, FieldTraits fieldTraits)
    {
        var field = Made(Fields.Length, custom);
        byName.Add(field.Name, field);
        Fields = [.. Fields, field];
        Names = [.. Names, field.Name];
        traits[field.Number] = fieldTraits;
        return field;
    }

    /// <summary>Changes what the screens call a field and what is said of it.</summary>
    public void Change(PersonField field, string displayName, FieldTraits fieldTraits)
    {
        traits[field.Number] = fieldTraits;
        if (displayName != field.DisplayName)
        {
            var renamed = Made(field.Number, new CustomField(field.Name, field.Type, displayName) { Length = field.Length });
            byName[field.Name] = renamed;
            Fields = [.. Fields.Select(other => other == field ? renamed : other)];
        }
    }

    public PersonSchema Fork() => new(Fields, new Dictionary<int, FieldTraits>(traits), Layout);

    private static PersonField[] Build(IReadOnlyList<CustomField> customFields)
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
            fields.Add(Made(fields.Count, custom));
        }

        return [.. fields];
    }

    private static PersonField Made(int number, CustomField custom) => new(number, custom.Name, custom.DisplayName ?? custom.Name, custom.Type)
    {
        Length = custom.Type <= PersonFieldType.Reference ? custom.Length : 0,
        Searchable = custom.Type is PersonFieldType.String or PersonFieldType.Email or PersonFieldType.Integer,
        Custom = true,
    };
}
