using SfMarketo.Harness.Metrics;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Reports;

/// <summary>Whether a flow kept the time it may take.</summary>
/// <param name="Threshold">As the scenario has it.</param>
/// <param name="Count">Times that were measured in its span.</param>
/// <param name="Actual">What the limit is about; null when nothing was measured.</param>
/// <param name="Slowest">The slowest of all in its span; null when nothing was measured.</param>
/// <param name="Passed">The limit holds; with nothing measured, that is allowed.</param>
public sealed record ThresholdResult(Threshold Threshold, int Count, TimeSpan? Actual, LagSample? Slowest, bool Passed)
{
    /// <summary>Holds the scenario's thresholds against the times of the run.</summary>
    public static IReadOnlyList<ThresholdResult> Judge(IReadOnlyList<Threshold> thresholds, ScenarioClock clock, IReadOnlyList<FlowTimes> times)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(times);
        return [.. thresholds.Select(threshold => Judge(threshold, clock, times))];
    }

    private static ThresholdResult Judge(Threshold threshold, ScenarioClock clock, IReadOnlyList<FlowTimes> times)
    {
        var flow = LagMetrics.FlowOf(threshold.Metric);
        List<LagSample> samples = [];
        LagSample? slowest = null;
        foreach (var sample in times.Single(one => one.Flow == flow).Samples)
        {
            if (threshold.Span?.Has(clock, Micros.ToInstant(sample.From)) != false)
            {
                samples.Add(sample);
                slowest = slowest?.Took >= sample.Took ? slowest : sample;
            }
        }

        if (samples.Count == 0)
        {
            return new ThresholdResult(threshold, 0, null, null, threshold.OrNone);
        }

        var actual = Percentile.Of(Percentile.Sort(samples), threshold.Limit.Percent);
        return new ThresholdResult(threshold, samples.Count, actual, slowest, threshold.Limit.Holds(actual));
    }
}
