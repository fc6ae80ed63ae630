namespace SfMarketo.Harness.Scenarios;

/// <summary>Limits in the words of the control API; null leaves the vendor's default.</summary>
public sealed record ScenarioLimits
{
    public MarketoLimits Marketo { get; init; } = new();

    public SalesforceLimits Salesforce { get; init; } = new();

    public sealed record MarketoLimits
    {
        public int? CallsPerWindow { get; init; }

        public int? WindowSeconds { get; init; }

        public int? ConcurrentCalls { get; init; }

        public int? CallsPerDay { get; init; }

        /// <summary>What other clients of the instance have used of the day before the run begins.</summary>
        public int? CallsSpentToday { get; init; }
    }

    public sealed record SalesforceLimits
    {
        public int? RequestsPerDay { get; init; }

        public int? RequestsSpent { get; init; }

        /// <summary>Calls of 20 s and longer that may run at once.</summary>
        public int? ConcurrentLongRunning { get; init; }
    }
}
