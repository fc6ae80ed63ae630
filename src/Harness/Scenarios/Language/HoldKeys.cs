namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>When an expectation must be true.</summary>
internal static class HoldKeys
{
    public static IReadOnlyList<KnownWord> Holds { get; } =
    [
        new("end", "When the run is over."), new("always", "At all times of the span."), new("never", "At no time of the span."), new("eventually", "At some time of the span."),
    ];

    /// <summary>What each form of an expectation may add.</summary>
    public static IReadOnlyList<KeyShape> Keys { get; } =
    [
        new("hold", new ValueShape.Word(Holds), "When it must be true; at the end when left out."),
        new("within", new ValueShape.Duration(), "It becomes true at the latest so long after 'from' or 'after'; of each row, after the row begins to fit."),
        new("from", new ValueShape.Moment(), "The span begins here."),
        new("after", new ValueShape.Text(), "The span begins after the step of this id or name."),
        new("until", new ValueShape.Moment(), "The span ends here."),
    ];
}
