namespace SfMarketo.Harness.Checks;

/// <summary>What the stopped engine's state file holds, as far as judges read it. The tables and columns are a contract: docs/records.md.</summary>
public sealed record EngineState
{
    /// <summary>Why the file could not be judged, such as an engine that did not stop in order; null when it was read.</summary>
    public string? Unread { get; init; }

    /// <summary>Epoch of each owner row; there is one.</summary>
    public IReadOnlyList<long> OwnerEpochs { get; init; } = [];

    /// <summary>The greatest epoch in each table that has rows, by the table's name, sorted.</summary>
    public IReadOnlyList<(string Table, long Epoch)> NewestEpochs { get; init; } = [];

    public IReadOnlyList<EngineInboxRows> Inbox { get; init; } = [];

    /// <summary>Keys (<c>marketoGUID</c>) of the rows of Marketo's logs that are in the inbox, done or not.</summary>
    public IReadOnlySet<string> MarketoKeys { get; init; } = new HashSet<string>();

    /// <summary>When the oldest row that is still in the inbox was received; null when there is none.</summary>
    public long? OldestReceived { get; init; }

    /// <summary>What the engine knows of each live link's records; docs/records.md has the form.</summary>
    public IReadOnlyList<EngineShadow> Shadows { get; init; } = [];

    /// <summary>The key of the hashes in <see cref="Shadows"/>.</summary>
    public (long First, long Second) HashKey { get; init; }

    /// <summary>Effects that were about to be tried and whose outcome is not stored.</summary>
    public IReadOnlyList<EngineEffects> Intents { get; init; } = [];

    /// <summary>Effects that wait.</summary>
    public IReadOnlyList<EngineEffects> Outbox { get; init; } = [];

    public IReadOnlyList<EngineDeadLetter> DeadLetters { get; init; } = [];

    public IReadOnlyList<EngineLink> Links { get; init; } = [];

    /// <summary>Other Salesforce ids of linked people, with the link that each points to.</summary>
    public IReadOnlyList<(string SalesforceId, long Link)> Aliases { get; init; } = [];

    public IReadOnlyList<EngineCursor> Cursors { get; init; } = [];

    /// <summary>What the engine has counted of its Marketo calls today; null when it has stored none.</summary>
    public EngineLedger? Ledger { get; init; }

    public static EngineState NotRead(string why) => new() { Unread = why };
}

/// <summary>Inbox rows of one kind.</summary>
/// <param name="Stream">Such as <c>salesforce.Lead</c>.</param>
/// <param name="State">0: no flow has seen it; 1: done.</param>
/// <param name="HasPayload">Done rows have none.</param>
/// <param name="Count">How many.</param>
public sealed record EngineInboxRows(string Stream, long State, bool HasPayload, long Count);

/// <summary>Effects of one kind for one subject.</summary>
/// <param name="Kind">Number of the kind.</param>
/// <param name="Subject"><c>sf:ID18</c> or <c>mk:ID</c>.</param>
/// <param name="Count">How many.</param>
public sealed record EngineEffects(long Kind, string Subject, long Count);

/// <summary>A write that the engine gave up on.</summary>
/// <param name="Kind">Number of the kind.</param>
/// <param name="Subject"><c>sf:ID18</c> or <c>mk:ID</c>.</param>
/// <param name="Code">The vendor's.</param>
/// <param name="At">When it was last given up, microseconds since 1970 UTC.</param>
public sealed record EngineDeadLetter(long Kind, string Subject, string Code, long At);

/// <summary>A pair of ids that the engine holds for one human.</summary>
/// <param name="Id">Of the link.</param>
/// <param name="Person">Marketo id.</param>
/// <param name="Row">Salesforce id, 18 letters.</param>
/// <param name="Live">False: a tombstone.</param>
public sealed record EngineLink(long Id, string Person, string Row, bool Live);

/// <summary>What the engine last knew of a linked pair.</summary>
/// <param name="Person">Marketo id.</param>
/// <param name="Row">Salesforce id, 18 letters.</param>
/// <param name="Map">Version of the field map, which gives the order of the hashes.</param>
/// <param name="Hashes">Sixteen bytes a field: Salesforce's value, Marketo's.</param>
public sealed record EngineShadow(string Person, string Row, long Map, byte[] Hashes);

/// <summary>How far a stream was read.</summary>
/// <param name="Stream">Such as <c>salesforce.Lead</c>.</param>
/// <param name="SafeMark">Microseconds since 1970 UTC: everything up to here has surely been seen.</param>
public sealed record EngineCursor(string Stream, long SafeMark);

/// <summary>The engine's own count of a quota day.</summary>
/// <param name="Day"><c>yyyy-MM-dd</c> in the quota's zone.</param>
/// <param name="Calls">Its calls that day.</param>
public sealed record EngineLedger(string Day, long Calls);
