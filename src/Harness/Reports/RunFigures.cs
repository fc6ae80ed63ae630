using SfMarketo.Harness.Metrics;

namespace SfMarketo.Harness.Reports;

/// <summary>What a run is measured by, taken from the simulators' records.</summary>
public sealed record RunFigures
{
    public long MarketoCalls { get; init; }

    public long SalesforceCalls { get; init; }

    /// <summary>Most calls in any half-open window at the server.</summary>
    public int MarketoWindowPeak { get; init; }

    public int MarketoWindowLimit { get; init; }

    public int MarketoInFlightPeak { get; init; }

    public int MarketoInFlightLimit { get; init; }

    public int SalesforceInFlightPeak { get; init; }

    /// <summary>Most calls used of one day's quota.</summary>
    public long MarketoQuotaUsed { get; init; }

    public long MarketoQuotaLimit { get; init; }

    public long SalesforceQuotaUsed { get; init; }

    public long SalesforceQuotaLimit { get; init; }

    /// <summary>Answers by the vendor's code, sorted by system and code.</summary>
    public IReadOnlyList<(string System, string Code, long Count)> Refusals { get; init; } = [];

    /// <summary>Sorted by system, path and method.</summary>
    public IReadOnlyList<EndpointCalls> Calls { get; init; } = [];

    /// <summary>In the order of <see cref="FlowNames.All"/>.</summary>
    public IReadOnlyList<FlowLag> Lag { get; init; } = [];

    /// <summary>Human edits that never arrived where they belong.</summary>
    public long Lost { get; init; }

    /// <summary>Records that the engine made although they existed.</summary>
    public long Doubled { get; init; }

    public int DeadLetters { get; init; }

    /// <summary>What no record tells of: kills, starts, losses, neighbours, hits of faults and steps done, by the names of <c>reached</c>, sorted.</summary>
    public IReadOnlyList<(string Metric, long Count)> Met { get; init; } = [];
}
