namespace SfMarketo.Sync.Effects;

/// <summary>Counts what became of effects. Written by the state's writer, read by whoever shows it.</summary>
internal sealed class OutcomeTally
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<(EffectKind Kind, Outcome Outcome, string Code), long> counts = [];

    public IReadOnlyList<OutcomeCount> Counts
    {
        get
        {
            lock (gate)
            {
                return [.. counts.Select(entry => new OutcomeCount(entry.Key.Kind.ToString(), entry.Key.Outcome, entry.Key.Code, entry.Value))];
            }
        }
    }

    /// <param name="kind">Of the effect.</param>
    /// <param name="outcome">What became of it this time.</param>
    /// <param name="code">The vendor's code, or one of ours; empty when it was done.</param>
    public void Add(EffectKind kind, Outcome outcome, string code = "")
    {
        lock (gate)
        {
            counts[(kind, outcome, code)] = counts.GetValueOrDefault((kind, outcome, code)) + 1;
        }
    }
}
