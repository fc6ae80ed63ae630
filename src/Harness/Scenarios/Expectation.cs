namespace SfMarketo.Harness.Scenarios;

/// <summary>What must be true, at the end or over time, read from the simulators themselves and not through their APIs.</summary>
/// <param name="Line">Where it stands in the file, so that a failure can point there.</param>
public abstract record Expectation(int Line)
{
    /// <summary>When it must be true.</summary>
    public HoldSpan Held { get; init; } = HoldSpan.AtEnd;

    /// <summary>
    /// For each row that fits: exactly so many rows of another object that fit <c>With</c>; or, when <c>Of</c> is null, the row itself fits <c>With</c>.
    /// </summary>
    public sealed record Every(
        ScenarioObject Each, IReadOnlyList<FieldTest> Where, ScenarioObject? Of, int Exactly, IReadOnlyList<FieldTest> With, int Line) : Expectation(Line);

    /// <summary>How many rows fit.</summary>
    public sealed record Count(ScenarioObject Of, IReadOnlyList<FieldTest> Where, Comparison Is, int Line) : Expectation(Line);

    /// <summary>The record that the timeline named, or its counterpart on the other side.</summary>
    public sealed record Named(string Who, ScenarioObject Of, IReadOnlyList<FieldTest> With, int Line) : Expectation(Line);

    /// <summary>Writes that the engine gave up on.</summary>
    public sealed record DeadLetters(Comparison Is, int Line) : Expectation(Line);
}
