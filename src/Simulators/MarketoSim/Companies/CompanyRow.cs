namespace SfMarketo.MarketoSim.Companies;

/// <summary>A company at one version. Never changed: a write makes another row.</summary>
internal sealed class CompanyRow(int id, object?[] values)
{
    public int Id { get; } = id;

    /// <summary>By field number of <see cref="CompanySchema"/>.</summary>
    public object?[] Values { get; } = values;

    /// <summary>Number of the commit that made this row.</summary>
    public long Version { get; init; }

    public bool IsLive { get; init; } = true;
}
