namespace SfMarketo.Harness.Scenarios;

/// <summary>Settings of the engine that a scenario changes; null leaves the engine's default.</summary>
public sealed record EngineOptions
{
    /// <summary>True: nobody else spends the instance's calls, the engine may use the whole window.</summary>
    public bool? Exclusive { get; init; }

    /// <summary>The most records in one Marketo push, 1 to 300.</summary>
    public int? RecordsPerCall { get; init; }

    public TimeSpan? SalesforcePoll { get; init; }

    public TimeSpan? MarketoPoll { get; init; }

    /// <summary>True: Marketo is spoken to in the seed's forms, which the vendor refuses and the simulator takes.</summary>
    public bool SeedDialect { get; init; }

    /// <summary>Marketo's token is asked for so long before it ends.</summary>
    public TimeSpan? RefreshTokenBefore { get; init; }

    /// <summary>How long after the last loss a person enters the re-engagement track.</summary>
    public TimeSpan? ReengagementDelay { get; init; }

    /// <summary>True: suppression removes people from the acquisition programs, as the seed asks, instead of using the list.</summary>
    public bool SuppressByDelete { get; init; }

    /// <summary>True: a commit of its state is on the disk before the engine goes on, as in production; false: it survives a kill but not a power cut, and is ten times as fast.</summary>
    public bool IsDurable { get; init; }

    /// <summary>How far behind its mark Salesforce is read again.</summary>
    public TimeSpan? SalesforceOverlap { get; init; }

    /// <summary>How often the end of Marketo's streams is read again.</summary>
    public TimeSpan? MarketoRescan { get; init; }

    /// <summary>The longest a write waits for others to fill its batch.</summary>
    public TimeSpan? FlushAge { get; init; }
}
