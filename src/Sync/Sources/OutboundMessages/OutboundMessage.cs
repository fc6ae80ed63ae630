namespace SfMarketo.Sync.Sources.OutboundMessages;

/// <summary>What the engine takes from a message. The fields of its records are left out: a message is a hint what to read, never data (engine.md R20).</summary>
/// <param name="OrganizationId">The sender.</param>
/// <param name="Object">The API name of the records' object; null when all of them were deleted before the message was sent.</param>
/// <param name="Notifications">1 to 100.</param>
internal sealed record OutboundMessage(SalesforceId OrganizationId, string? Object, IReadOnlyList<OutboundNotification> Notifications);

/// <summary>One change.</summary>
/// <param name="Id"><c>04l</c>, unique for a change: the same in a message that is sent again.</param>
/// <param name="RecordId">What changed; no id when the record was deleted before the message was sent.</param>
internal readonly record struct OutboundNotification(SalesforceId Id, SalesforceId RecordId);
