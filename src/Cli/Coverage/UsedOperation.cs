namespace SfMarketo.Cli.Coverage;

/// <summary>An operation that the traffic used.</summary>
/// <param name="Sim">The simulator.</param>
/// <param name="Name">As in the ledger; for what it does not know, method and path as sent.</param>
/// <param name="Standing">Of the operation.</param>
/// <param name="Switch">The switch behind what is unverified.</param>
internal sealed record UsedOperation(string Sim, string Name, Standing Standing, string? Switch)
{
    public long Calls { get; set; }

    /// <summary>Parameters of the query that were sent and are known, by name.</summary>
    public SortedDictionary<string, Standing> Parameters { get; } = new(StringComparer.Ordinal);
}
