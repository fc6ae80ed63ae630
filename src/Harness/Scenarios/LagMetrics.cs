using SfMarketo.Harness.Metrics;

namespace SfMarketo.Harness.Scenarios;

/// <summary>What <c>thresholds</c> may name: <c>lag.</c> and a flow.</summary>
public static class LagMetrics
{
    private const string Prefix = "lag.";

    public static IReadOnlyList<string> Names { get; } = [.. FlowNames.All.Select(flow => Prefix + flow)];

    /// <summary>The flow that a metric is about.</summary>
    internal static string FlowOf(string metric) => metric[Prefix.Length..];
}
