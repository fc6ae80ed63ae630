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

    /// <summary>How often the engine was started; with what the tally knows of by now.</summary>
    public int EngineStarts { get => field + Tally.Restarts; init; } = 1;

    /// <summary>What becomes known during the run.</summary>
    public RunTally Tally { get; init; } = new();

    /// <summary>Writes whose outcome the engine cannot have known, because the network or a fault ate the answer: each may be sent once more.</summary>
    public int AmbiguousOutcomes { get; init; }

    /// <summary>How old a state the engine may be started from.</summary>
    public TimeSpan OldestState { get; init; }

    /// <summary>Writes that the engine must have given up at the end: what the scenario injected.</summary>
    public long FewestDeadLetters { get; init; }

    /// <summary>Writes that the engine may have given up at the end.</summary>
    public long MostDeadLetters { get; init; }

    /// <summary>True: the network loses calls or answers, of which the records do not tell.</summary>
    public bool LosesCalls { get; init; }

    /// <summary>The end of the run in which nothing may be written any more.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Marketo calls of a day on which nothing happens. Default 5,200 (engine.md R20, practice.md 1.13).</summary>
    public int IdleMarketoCalls { get; init; } = 5_200;

    /// <summary>Salesforce calls of a day on which nothing happens. Default 8,640: three objects every 30 s (engine.md section 5).</summary>
    public int IdleSalesforceCalls { get; init; } = 8_640;

    /// <summary>True: the org has an assignment rule that finds another owner for every Lead.</summary>
    public bool AssignsLeads { get; init; }

    /// <summary>How long after the last loss a person enters the re-engagement track.</summary>
    public TimeSpan ReengagementDelay { get; init; } = TimeSpan.FromDays(30);

    /// <summary>True: suppression takes people out of the acquisition programs, as the seed asks, instead of using the list.</summary>
    public bool SuppressByDelete { get; init; }

    /// <summary>The static list of those who are suppressed.</summary>
    public string SuppressionList { get; init; } = "Acquisition Suppression";

    public IReadOnlyList<string> AcquisitionPrograms { get; init; } = ["Spring Nurture", "Product Newsletter"];

    /// <summary>The track program of customers.</summary>
    public string CustomerTrack { get; init; } = "Post-Sale Track";

    /// <summary>The track program of those whose last opportunity was lost.</summary>
    public string LostTrack { get; init; } = "Re-engagement Track";

    /// <summary>The most Tasks that a person's activities of one day become.</summary>
    public int TasksPerDay { get; init; } = 10;

    /// <summary>How long the engine may remember the owner of a Lead or Contact.</summary>
    public TimeSpan OwnersKept { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an activity of a person without a Lead or Contact waits for one.</summary>
    public TimeSpan UnlinkedKept { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Names of campaigns whose setting <c>unsubscribed</c> to false is the person's own will.</summary>
    public IReadOnlyList<string> ConsentCampaigns { get; init; } = [];
}
