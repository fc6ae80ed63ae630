namespace SfMarketo.Sync;

/// <summary>Counts of the engine's state.</summary>
/// <param name="Links">Live pairs.</param>
/// <param name="Inbox">Changes read and not yet decided on.</param>
/// <param name="Outbox">Effects wanted and not yet sent.</param>
/// <param name="Intents">Effects sent whose outcome is not stored yet.</param>
/// <param name="DeadLetters">Effects given up.</param>
public readonly record struct SyncStatus(long Links, long Inbox, long Outbox, long Intents, long DeadLetters);
