namespace SfMarketo.Harness.Scenarios.Language;

internal static class ReachedKeys
{
    /// <summary>One metric with a condition.</summary>
    public static ValueShape.Open Goal { get; } = new(
        new ValueShape.Comparison(), [.. StandardVocabulary.Instance.Metrics.Select(name => new KnownWord(name, $"A figure of the run: {name}, with a condition such as \">= 10\"."))], Single: true);
}
