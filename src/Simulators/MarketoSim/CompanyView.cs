using SfMarketo.MarketoSim.Objects;

namespace SfMarketo.MarketoSim;

/// <summary>A company as judges see it: at one version, outside the API, costing nothing.</summary>
public sealed class CompanyView
{
    private readonly ObjectKind kind;
    private readonly ObjectRow row;

    internal CompanyView(ObjectKind kind, ObjectRow row)
    {
        this.kind = kind;
        this.row = row;
    }

    public int Id => (int)row.Values[kind.Id.Number]!;

    /// <summary><c>externalCompanyId</c>.</summary>
    public string ExternalId => (string)row.Values[kind.Dedupe[0].Number]!;

    /// <summary>Not deleted.</summary>
    public bool IsLive => row.IsLive;

    /// <summary>Number of the commit that made this version.</summary>
    public long Version => row.Version;

    /// <summary>The REST names of all fields.</summary>
    public IReadOnlyList<string> FieldNames => kind.Names;

    /// <summary>A value by the field's REST name: null, string, int or decimal.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public object? Get(string fieldName) =>
        row.Values[(kind.Find(fieldName) ?? throw new ArgumentException($"Marketo companies have no field '{fieldName}'.", nameof(fieldName))).Number];
}
