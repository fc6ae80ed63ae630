namespace SfMarketo.Harness.Metrics;

/// <summary>Durations of one flow, eight bytes each, so that percentiles are exact.</summary>
internal sealed class FlowTimes(string flow)
{
    private readonly List<long> times = [];

    public void Add(long from, long to) => times.Add(to - from);

    public FlowTiming Summary()
    {
        if (times.Count == 0)
        {
            return new FlowTiming(flow, 0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        }

        times.Sort();
        return new FlowTiming(flow, times.Count, At(0.5), At(0.95), TimeSpan.FromMicroseconds(times[^1]));
    }

    /// <summary>Nearest rank.</summary>
    private TimeSpan At(double share) => TimeSpan.FromMicroseconds(times[Math.Max(0, (int)Math.Ceiling(share * times.Count) - 1)]);
}
