namespace SfMarketo.Sync.Sources.OutboundMessages;

/// <summary>Whose outbound messages are taken, and how much of them.</summary>
public sealed record OutboundMessageSettings
{
    /// <summary>The org whose messages are taken, in 15 or 18 characters. Null: the org that the engine is signed in to; until it is, no message is taken.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>A message longer than this is refused. Default 4,000,000 bytes: 100 notifications of 40 KB.</summary>
    public int MaxBytes { get; init; } = 4_000_000;

    /// <summary>
    /// When a message is not stored by then, it is not acknowledged and Salesforce sends it again. Default 20 s: the seed asks for an answer within 30,
    /// Salesforce waits for 60 (Outbound messaging considerations).
    /// </summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(20);
}
