namespace SfMarketo.Sync.Marketo;

/// <summary>One changed field of a lead change. Values are texts; null where the vendor gave null or nothing.</summary>
public readonly record struct FieldChange(string Name, string? OldValue, string? NewValue);

/// <summary>A row of the lead-change log: type 13 Change Data Value, or type 12 New Lead, which has no fields: read the lead.</summary>
/// <param name="MarketoGuid">The key of the activity. Rows of old instances without one are given their id.</param>
/// <param name="ActivityDate">UTC, whole seconds.</param>
/// <param name="Reason">Who or what changed it, as the vendor says.</param>
/// <param name="Source">For a REST write <c>Web service API</c>, for a form <c>Web form fillout</c>; for a new lead its source type.</param>
#pragma warning disable CS1573 // the other parameters say it themselves
public sealed record LeadChange(
    string MarketoGuid, MarketoLeadId LeadId, DateTimeOffset ActivityDate, int ActivityTypeId, IReadOnlyList<FieldChange> Fields, string? Reason, string? Source);
#pragma warning restore CS1573
