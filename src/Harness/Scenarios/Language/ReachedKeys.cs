namespace SfMarketo.Harness.Scenarios.Language;

internal static class ReachedKeys
{
    /// <summary>One metric with a condition; besides the named ones each vendor code, fault.ID and step.ID.</summary>
    public static ValueShape.Open Goal { get; } = new(
        new ValueShape.Comparison(),
        [.. StandardVocabulary.Instance.Metrics.Select(name => new KnownWord(name, $"A figure of the run: {name}, with a condition such as \">= 10\"."))],
        "^(marketo\\.[0-9]{3,4}|salesforce\\.([0-9]{3}|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)|fault\\..+|step\\..+)$",
        Single: true);
}
