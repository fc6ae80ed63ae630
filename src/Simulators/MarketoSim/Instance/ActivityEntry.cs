namespace SfMarketo.MarketoSim.Instance;

/// <summary>One row of the activity log. Its place in the log is its id.</summary>
/// <param name="At">Microseconds since 1970 UTC; the wire shows whole seconds.</param>
/// <param name="PersonId">The person it was written for.</param>
/// <param name="Type">Activity type id.</param>
/// <param name="PrimaryId">Primary attribute's id: the field, program, campaign, ... 0 when there is none.</param>
/// <param name="CampaignId">The smart campaign that did it, or 0.</param>
/// <param name="Primary">Primary attribute's value.</param>
/// <param name="Attributes">In the order of the type's attributes; null where there is no value.</param>
internal readonly record struct ActivityEntry(long At, int PersonId, int Type, int PrimaryId, int CampaignId, string? Primary, object?[] Attributes);
