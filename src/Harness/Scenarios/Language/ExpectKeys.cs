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

    private static readonly ValueShape.Open Tests = new(new ValueShape.Either(new ValueShape.Scalar(), new ValueShape.Nested(Condition)));

    public static MapShape Has { get; } = new(
        "has",
        "What each row must have.",
        new("exactly", new ValueShape.Count(), "So many rows of the other object; 1 when left out."),
        new("of", Object, "The other object; the row itself when left out."),
        new("with", Tests, "Values that they must have; $Field is that of the row."))
    {
        OneOf = [["of"], ["with"]],
    };

    /// <summary>When it must be true.</summary>
    private static readonly KeyShape[] When =
    [
        new("hold", new ValueShape.Word(
            new KnownWord("end", "When the run is over."), new KnownWord("always", "At all times of the span."), new KnownWord("never", "At no time of the span."),
            new KnownWord("eventually", "At some time of the span.")), "When it must be true; at the end when left out."),
        new("within", new ValueShape.Duration(), "It becomes true at the latest so long after 'from' or 'after'."),
        new("from", new ValueShape.Moment(), "The span begins here."),
        new("after", new ValueShape.Text(), "The span begins after the step of this id or name."),
        new("until", new ValueShape.Moment(), "The span ends here."),
    ];

    public static MapShape Every { get; } = new(
        "every",
        "Each row that fits has something.",
        [
            new("every", Object, "The object whose rows are looked at.", Required: true),
            new("where", Tests, "Only rows with these values."),
            new("has", new ValueShape.Nested(Has), "What each row must have.", Required: true),
            .. When,
        ]);

    public static MapShape Count { get; } = new(
        "count",
        "So many rows fit.",
        [
            new("count", Object, "The object whose rows are counted.", Required: true),
            new("where", Tests, "Only rows with these values."),
            new("is", new ValueShape.Comparison(), "The number, such as \">= 10\".", Required: true),
            .. When,
        ]);

    public static MapShape Who { get; } = new(
        "who",
        "The record that the timeline named, or its counterpart on the other side.",
        [
            new("who", new ValueShape.Text(), "The record's name.", Required: true),
            new("of", Object, "The object to look at.", Required: true),
            new("with", Tests, "The values it must have.", Required: true),
            .. When,
        ]);

    public static MapShape DeadLetters { get; } = new(
        "deadLetters",
        "Writes that the engine gave up on, counted at the end.",
        [new("deadLetters", new ValueShape.Comparison(), "The number, such as 0.", Required: true), .. When]);

    public static ValueShape Value { get; } =
        new ValueShape.Either(new ValueShape.Nested(Every), new ValueShape.Nested(Count), new ValueShape.Nested(Who), new ValueShape.Nested(DeadLetters));
}
