namespace SfMarketo.Harness.Scenarios.Language;

internal static class ExpectKeys
{
    private static readonly ValueShape.Word Object = new(EventWords.Objects);

    /// <summary>A condition on a field's value.</summary>
    public static MapShape Condition { get; } = new(
        "a condition",
        "A condition on a field.",
        new("not", new ValueShape.Scalar(), "Any value but this one."),
        new("min", new ValueShape.Number(), "A number of at least this."),
        new("max", new ValueShape.Number(), "A number of at most this."));

    public static readonly ValueShape.Open Tests = new(new ValueShape.Either(new ValueShape.Scalar(), new ValueShape.Nested(Condition)));

    public static MapShape Has { get; } = new(
        "has",
        "What each row must have.",
        new("exactly", new ValueShape.Count(), "So many rows of the other object; 1 when left out."),
        new("of", Object, "The other object; the row itself when left out."),
        new("with", Tests, "Values that they must have; $Field is that of the row."))
    {
        OneOf = [["of"], ["with"]],
    };

    public static MapShape Every { get; } = new(
        "every",
        "Each row that fits has something.",
        [
            new("every", Object, "The object whose rows are looked at.", Required: true),
            new("where", Tests, "Only rows with these values."),
            new("has", new ValueShape.Nested(Has), "What each row must have.", Required: true),
            .. HoldKeys.Keys,
        ]);

    public static MapShape Count { get; } = new(
        "count",
        "So many rows fit.",
        [
            new("count", Object, "The object whose rows are counted.", Required: true),
            new("where", Tests, "Only rows with these values."),
            new("is", new ValueShape.Comparison(), "The number, such as \">= 10\".", Required: true),
            .. HoldKeys.Keys,
        ]);

    public static MapShape Who { get; } = new(
        "who",
        "The record that the timeline named, or its counterpart on the other side.",
        [
            new("who", new ValueShape.Text(), "The record's name.", Required: true),
            new("of", Object, "The object to look at.", Required: true),
            new("with", Tests, "The values it must have.", Required: true),
            .. HoldKeys.Keys,
        ]);

    public static MapShape DeadLetters { get; } = new(
        "deadLetters",
        "Writes that the engine gave up on, counted at the end.",
        [new("deadLetters", new ValueShape.Comparison(), "The number, such as 0.", Required: true), .. HoldKeys.Keys]);

    /// <summary>The forms, each by the key that only it has.</summary>
    public static IReadOnlyList<MapShape> Forms { get; } = [Every, Count, Who, DeadLetters];

    public static ValueShape Value { get; } = new ValueShape.Either([.. Forms.Select(form => new ValueShape.Nested(form))]);
}
