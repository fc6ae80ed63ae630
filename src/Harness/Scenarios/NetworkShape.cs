using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.Scenarios;

/// <summary>How far away the two systems are and how long they work on a call.</summary>
public sealed record NetworkShape
{
    public Path Marketo { get; init; } = new(DefaultLatency, Of(150, 1200));

    public Path Salesforce { get; init; } = new(DefaultLatency, Of(60, 600));

    private static LatencyDistribution DefaultLatency => Of(20, 120);

    private static LatencyDistribution Of(int median, int p99) => new(TimeSpan.FromMilliseconds(median), TimeSpan.FromMilliseconds(p99));

    /// <param name="Latency">Each way: before the call arrives and before the answer is there.</param>
    /// <param name="Service">How long the system holds a call inside its concurrency gate.</param>
    public sealed record Path(LatencyDistribution Latency, LatencyDistribution Service);
}
