using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.State;

/// <summary>The pair of ids that are one human, with what is known of both sides.</summary>
internal sealed record Link
{
    public long Id { get; init; }

    public required int MarketoId { get; init; }

    public required SalesforceId SalesforceId { get; init; }

    /// <summary>The last known <c>lifecycleStage</c>; empty when none.</summary>
    public string Stage { get; init; } = "";

    public LinkState State { get; init; }

    /// <summary>SystemModstamp of the newest version of the Salesforce row that was processed, microseconds: older versions are not applied any more.</summary>
    public long SalesforceStamp { get; init; }

    public required Shadow Shadow { get; init; }

    public SalesforceObject Object => SalesforceId.KeyPrefix.SequenceEqual("003") ? SalesforceObject.Contact : SalesforceObject.Lead;

    public string SalesforceSubject => Subject.Of(SalesforceId);

    public string MarketoSubject => Subject.OfPerson(MarketoId);
}

internal enum LinkState
{
    Live = 0,

    /// <summary>The person is gone: nothing is written and nothing re-created.</summary>
    Tombstone = 1,
}

/// <summary>Why another Salesforce record points at a link.</summary>
internal enum AliasRole
{
    /// <summary>The Lead that became the link's Contact.</summary>
    ConvertedLead = 0,

    /// <summary>A second record of one human (same e-mail): it is known, its edits do not flow (engine.md R8).</summary>
    Follower = 1,
}
