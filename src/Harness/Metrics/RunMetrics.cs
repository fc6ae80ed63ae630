namespace SfMarketo.Harness.Metrics;

/// <summary>What a run is measured by, taken from the simulators' records.</summary>
public sealed record RunMetrics
{
    /// <summary>Counted calls of all clients.</summary>
    public long MarketoCalls { get; init; }

    /// <summary>Calls of all clients but sign-ins.</summary>
    public long SalesforceCalls { get; init; }

    /// <summary>Most counted calls in any half-open window at the server.</summary>
    public int MarketoWindowPeak { get; init; }

    public int MarketoInFlightPeak { get; init; }

    public int SalesforceInFlightPeak { get; init; }

    /// <summary>Most counted calls in one day of the quota's zone, what was spent before the run among them.</summary>
    public long MarketoQuotaUsed { get; init; }

    /// <summary>Sorted by system, path and method.</summary>
    public IReadOnlyList<EndpointCount> Calls { get; init; } = [];

    /// <summary>Calls that were answered with a vendor's code, sorted by system and code.</summary>
    public IReadOnlyList<CodeCount> Codes { get; init; } = [];

    /// <summary>In the order of <see cref="FlowNames.All"/>.</summary>
    public IReadOnlyList<FlowTiming> Flows { get; init; } = [];

    /// <summary>Every single time, in the same order.</summary>
    public IReadOnlyList<FlowTimes> Times { get; init; } = [];

    /// <summary>Human edits, MQLs and conversions that never arrived where they belong (check Q2).</summary>
    public long Lost { get; init; }

    /// <summary>Records that the engine made although they existed (check A6).</summary>
    public long Doubled { get; init; }
}

/// <summary>Calls to one endpoint, ids in its path replaced by <c>{id}</c>.</summary>
public sealed record EndpointCount(string System, string Method, string Path, long Count);

/// <summary>Calls that carried a code.</summary>
public sealed record CodeCount(string System, string Code, long Count);

/// <summary>How long a flow took from what a human did to the engine's commit.</summary>
/// <param name="Flow">One of <see cref="FlowNames"/>.</param>
/// <param name="Count">Times it was seen from start to end.</param>
/// <param name="P50">Half took at most so long.</param>
/// <param name="P95">95 of 100 took at most so long.</param>
/// <param name="Max">The slowest.</param>
public sealed record FlowTiming(string Flow, long Count, TimeSpan P50, TimeSpan P95, TimeSpan Max);
