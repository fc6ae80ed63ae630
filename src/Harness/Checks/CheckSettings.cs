namespace SfMarketo.Harness.Checks;

/// <summary>What the judges must know of a run that the records do not say.</summary>
public sealed record CheckSettings
{
    /// <summary>The engine's client id at Marketo.</summary>
    public string MarketoClient { get; init; } = "sync-engine";

    /// <summary>The engine's user at Salesforce.</summary>
    public string SalesforceClient { get; init; } = "sync@example.invalid";

    /// <summary>Marketo calls in any half-open window.</summary>
    public int CallsPerWindow { get; init; } = 100;

    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Marketo calls running at once.</summary>
    public int ConcurrentCalls { get; init; } = 10;

    /// <summary>Marketo calls in a day of <see cref="QuotaZone"/>.</summary>
    public int CallsPerDay { get; init; } = 50_000;

    /// <summary>Calls of the first day that were spent before the run.</summary>
    public int CallsSpentToday { get; init; }

    /// <summary>IANA zone in whose midnight the day's quota starts anew.</summary>
    public string QuotaZone { get; init; } = "America/Chicago";

    /// <summary>Life of a Marketo token.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Idle time-out of a Salesforce session.</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How often the engine was started.</summary>
    public int EngineStarts { get; init; } = 1;

    /// <summary>Tokens and sessions that the scenario revoked.</summary>
    public int Revocations { get; init; }

    /// <summary>Writes whose outcome the engine cannot have known, because the network or a fault ate the answer: each may be sent once more.</summary>
    public int AmbiguousOutcomes { get; init; }

    /// <summary>The end of the run in which nothing may be written any more.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMinutes(5);
}
