using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.Scenarios;

/// <summary>How far away the two systems are, how long they work on a call, and what is lost on the way.</summary>
public sealed record NetworkShape
{
    public Path Marketo { get; init; } = new(DefaultLatency, Of(150, 1200));

    public Path Salesforce { get; init; } = new(DefaultLatency, Of(60, 600));

    /// <summary>Latencies by name, each way. Round numbers of ours: one building, one region, over an ocean, a phone, a bad line.</summary>
    public static IReadOnlyList<(string Name, LatencyDistribution Latency)> Named { get; } =
    [
        ("lan", Of(1, 4)), ("near", Of(15, 60)), ("far", Of(90, 250)), ("mobile", Of(120, 1_500)), ("slow", Of(800, 5_000)),
    ];

    private static LatencyDistribution DefaultLatency => Of(20, 120);

    private static LatencyDistribution Of(int median, int p99) => new(TimeSpan.FromMilliseconds(median), TimeSpan.FromMilliseconds(p99));

    /// <param name="Latency">Each way: before the call arrives and before the answer is there.</param>
    /// <param name="Service">How long the system holds a call inside its concurrency gate.</param>
    public sealed record Path(LatencyDistribution Latency, LatencyDistribution Service)
    {
        /// <summary>Share of calls, 0 to 1, that never arrive.</summary>
        public double LostBefore { get; init; }

        /// <summary>Share of calls, 0 to 1, that are executed and whose answer is lost.</summary>
        public double LostAfter { get; init; }

        /// <summary>Share of requests, 0 to 1, that arrive twice.</summary>
        public double Duplicated { get; init; }

        /// <summary>Spans in which nothing gets through; offsets from the start of the run.</summary>
        public IReadOnlyList<(TimeSpan From, TimeSpan Until)> Partitions { get; init; } = [];
    }
}
