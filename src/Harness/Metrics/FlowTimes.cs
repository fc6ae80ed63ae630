namespace SfMarketo.Harness.Metrics;

/// <summary>Every time that one flow took, so that percentiles are exact and can be asked for any part of the run.</summary>
public sealed class FlowTimes(string flow)
{
    private readonly List<LagSample> samples = [];

    public string Flow { get; } = flow;

    /// <summary>In the order in which they ended.</summary>
    public IReadOnlyList<LagSample> Samples => samples;

    /// <summary>One time from what a human did to the engine's commit.</summary>
    /// <param name="from">Microseconds since 1970 UTC.</param>
    /// <param name="to">The same.</param>
    /// <param name="record">Where it ended, such as <c>Person 7</c>.</param>
    internal void Add(long from, long to, string record) => samples.Add(new LagSample(from, to - from, record));

    internal FlowTiming Summary()
    {
        if (samples.Count == 0)
        {
            return new FlowTiming(Flow, 0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        }

        var sorted = Percentile.Sort(samples);
        return new FlowTiming(Flow, sorted.Length, Percentile.Of(sorted, 50), Percentile.Of(sorted, 95), Percentile.Of(sorted, 100));
    }
}

/// <summary>One time.</summary>
/// <param name="From">When the human did it, microseconds since 1970 UTC.</param>
/// <param name="Took">Microseconds.</param>
/// <param name="Record">Where it ended, such as <c>Person 7</c>.</param>
public readonly record struct LagSample(long From, long Took, string Record);
