namespace SfMarketo.Harness.Reports;

/// <summary>One place where a run broke a rule.</summary>
/// <param name="What">A sentence.</param>
/// <param name="At">When, microseconds since 1970 UTC; null where no moment belongs to it.</param>
/// <param name="Record">The record it is about, or empty.</param>
/// <param name="Calls">Numbers of the calls behind it, as in the journal.</param>
public sealed record ViolationReport(string What, long? At, string Record, IReadOnlyList<long> Calls)
{
    /// <summary>The same moment since the start of the run.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>The scenario's line behind it, such as "scenarios/x.yaml:12: salesforce lead edited"; null when there is none.</summary>
    public string? Line { get; init; }
}
