namespace SfMarketo.Sync.Sources.OutboundMessages;

/// <summary>What the receiver has seen since the engine's start.</summary>
/// <param name="Acknowledged">Messages stored and acknowledged.</param>
/// <param name="Notifications">Notifications that were new.</param>
/// <param name="Repeated">Notifications that were known already.</param>
/// <param name="Unused">New notifications that ask for no read: their record was deleted, or its object is none that the engine follows.</param>
/// <param name="Refused">Messages refused, by reason.</param>
public sealed record OutboundCounts(long Acknowledged, long Notifications, long Repeated, long Unused, IReadOnlyDictionary<OutboundRefusal, long> Refused);
