namespace SfMarketo.Cli.Coverage;

/// <summary>What a journal's calls used of the ledger.</summary>
internal sealed class TrafficCoverage
{
    private readonly Dictionary<(string Sim, string Name), UsedOperation> used = [];
    private readonly SortedDictionary<(string Sim, string Code), long> codes = [];

    private TrafficCoverage(FidelityLedger ledger) => Ledger = ledger;

    public long Calls { get; private set; }

    /// <summary>By simulator, the least sure first, then by name.</summary>
    public IReadOnlyList<UsedOperation> Operations => [.. used.Values.OrderBy(one => one.Sim, StringComparer.Ordinal).ThenByDescending(one => one.Standing).ThenBy(one => one.Name, StringComparer.Ordinal)];

    /// <summary>Codes that were answered, with their number.</summary>
    public IEnumerable<(string Sim, string Code, long Calls, Standing Standing)> Codes => codes.Select(code => (code.Key.Sim, code.Key.Code, code.Value, Ledger.Code(code.Key.Sim, code.Key.Code)));

    private FidelityLedger Ledger { get; }

    public static TrafficCoverage Of(IEnumerable<JournalCall> calls, FidelityLedger ledger)
    {
        var coverage = new TrafficCoverage(ledger);
        foreach (var call in calls)
        {
            coverage.Add(call);
        }

        return coverage;
    }

    private void Add(JournalCall call)
    {
        Calls++;
        var method = call.MeantMethod;
        var operation = Ledger.Find(call.Sim, method, call.Path);
        var name = operation?.Name ?? $"{method} {call.Path}";
        if (!used.TryGetValue((call.Sim, name), out var entry))
        {
            entry = used[(call.Sim, name)] = new UsedOperation(call.Sim, name, operation?.Standing ?? Standing.Unknown, operation?.Switch);
        }

        entry.Calls++;
        foreach (var parameter in call.Parameters)
        {
            if (operation is not null && operation.Parameters.TryGetValue(parameter, out var standing))
            {
                entry.Parameters[parameter] = standing;
            }
        }

        foreach (var code in call.Codes)
        {
            codes[(call.Sim, code)] = codes.GetValueOrDefault((call.Sim, code)) + 1;
        }
    }
}
