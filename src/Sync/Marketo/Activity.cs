namespace SfMarketo.Sync.Marketo;

/// <summary>One thing a person did or that was done to one.</summary>
/// <param name="MarketoGuid">The key of the activity; its numeric id may be missing and is not unique.</param>
/// <param name="LeadId">The person; for an old activity of a merged person possibly the winner.</param>
/// <param name="ActivityDate">UTC, whole seconds; many activities share one.</param>
/// <param name="TypeId">Names of types differ between instances: take them from <see cref="MarketoClient.GetActivityTypesAsync"/>.</param>
/// <param name="CampaignId">The smart campaign that did it, if one did.</param>
/// <param name="PrimaryAttributeValueId">The id of the asset, list or program meant.</param>
/// <param name="PrimaryAttributeValue">Its name.</param>
/// <param name="Attributes">The others by name; empty ones are left out by the vendor.</param>
public sealed record Activity(
    string MarketoGuid,
    MarketoLeadId LeadId,
    DateTimeOffset ActivityDate,
    int TypeId,
    int? CampaignId,
    long? PrimaryAttributeValueId,
    string? PrimaryAttributeValue,
    FieldBag Attributes);

/// <summary>A page of a log that is read by token.</summary>
/// <param name="Rows">May be empty although there is more.</param>
/// <param name="NextToken">Where to go on; on the last page where the next poll begins.</param>
/// <param name="More">The only sign that another page is there now.</param>
public sealed record ActivityPage<T>(IReadOnlyList<T> Rows, string NextToken, bool More);

/// <summary>A kind of activity of this instance.</summary>
/// <param name="Id">Custom types differ between instances.</param>
/// <param name="Name">Such as <c>Fill Out Form</c>: the name to look ids up by.</param>
/// <param name="PrimaryAttribute">The name of the primary attribute, if it has one.</param>
/// <param name="Attributes">The names of the others.</param>
public sealed record ActivityType(int Id, string Name, string? PrimaryAttribute, IReadOnlyList<string> Attributes);
