namespace SfMarketo.Harness.Scenarios;

/// <summary>How long a flow may take, such as lag.mql "p(95) &lt;= 65s". No time at all in its span fails it too, unless that is allowed.</summary>
/// <param name="Metric">One of <see cref="LagMetrics"/>.</param>
/// <param name="Limit">What must hold.</param>
/// <param name="Span">What part of the run it is about, by the moment of the human's act; null: all of it.</param>
/// <param name="OrNone">It holds when nothing was timed.</param>
/// <param name="Line">Where it stands in the file.</param>
public sealed record Threshold(string Metric, LagLimit Limit, ThresholdSpan? Span, bool OrNone, int Line)
{
    public override string ToString() => $"{Metric} {Limit}{(Span is null ? "" : " " + Span)}";
}
