namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>What a step waits for.</summary>
internal static class WhenKeys
{
    public static MapShape Reached { get; } = new(
        "when",
        "A figure of the run so far.",
        new("reached", new ValueShape.Text(), "A figure that is counted while the run goes on, such as marketo.606 or fault.ID.", Required: true),
        new("is", new ValueShape.Comparison(), "The condition, such as \">= 1\".", Required: true));

    public static MapShape Rows { get; } = new(
        "when",
        "So many rows fit.",
        new("count", new ValueShape.Word(EventWords.Objects), "The object whose rows are counted.", Required: true),
        new("where", ExpectKeys.Tests, "Only rows with these values."),
        new("is", new ValueShape.Comparison(), "The condition, such as \">= 3\".", Required: true));

    public static MapShape Passage { get; } = new(
        "when",
        "The engine passes a seam.",
        new("passage", new ValueShape.Word([.. Running.Passages.Names.Select(name => new KnownWord(name, $"The seam {name} of the engine."))]), "The seam.", Required: true),
        new("nth", new ValueShape.Count(1, 100_000_000), "The number of the passage, from 1; 1 when left out."));
}
