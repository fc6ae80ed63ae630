using SfMarketo.MarketoSim.Companies;

namespace SfMarketo.MarketoSim;

/// <summary>A company as judges see it: at one version, outside the API, costing nothing.</summary>
public sealed class CompanyView
{
    private readonly CompanySchema schema;
    private readonly CompanyRow row;

    internal CompanyView(CompanySchema schema, CompanyRow row)
    {
        this.schema = schema;
        this.row = row;
    }

    public int Id => row.Id;

    /// <summary><c>externalCompanyId</c>.</summary>
    public string ExternalId => (string)row.Values[schema.ExternalId.Number]!;

    /// <summary>Not deleted.</summary>
    public bool IsLive => row.IsLive;

    /// <summary>Number of the commit that made this version.</summary>
    public long Version => row.Version;

    /// <summary>The REST names of all fields.</summary>
    public IReadOnlyList<string> FieldNames => schema.Names;

    /// <summary>A value by the field's REST name: null, string, int or decimal.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public object? Get(string fieldName) =>
        row.Values[(schema.Find(fieldName) ?? throw new ArgumentException($"Marketo companies have no field '{fieldName}'.", nameof(fieldName))).Number];
}
