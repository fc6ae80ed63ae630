namespace SfMarketo.Harness.Expectations;

/// <summary>What came of one expectation.</summary>
/// <param name="Text">The expectation as a sentence.</param>
/// <param name="Line">Its line in the scenario file.</param>
/// <param name="Passed">False also when there was nothing to examine.</param>
/// <param name="Examined">Rows that were looked at; for one over time, the states that it was held against.</param>
/// <param name="Failures">What is wrong, one sentence for each row, all of them; a console shows the first few.</param>
public sealed record ExpectationResult(string Text, int Line, bool Passed, long Examined, IReadOnlyList<string> Failures)
{
    /// <summary>Of a failed one over time: when it turned, when it was last true, what was there last. A console shows all of them.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>The id of a record that shows the failure, for <c>sfmarketo trace</c>; null when none does.</summary>
    public string? Witness { get; init; }
}
