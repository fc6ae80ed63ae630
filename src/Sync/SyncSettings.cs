using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.Flows.Firmographics;
using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.Salesforce;
using SfMarketo.Sync.Sources.OutboundMessages;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync;

/// <summary>Everything about one pair of a Salesforce org and a Marketo instance that an engine needs to know.</summary>
public sealed record SyncSettings
{
    public required SalesforceSettings Salesforce { get; init; }

    public required MarketoSettings Marketo { get; init; }

    public PacingSettings Pacing { get; init; } = new();

    public FieldMap Map { get; init; } = FieldMap.Seed;

    /// <summary>The SQLite state file; made when absent.</summary>
    public required string StatePath { get; init; }

    public Durability Durability { get; init; } = Durability.Full;

    /// <summary>The forms in which Marketo is spoken to. Default: the vendor's.</summary>
    public Dialect Dialect { get; init; }

    /// <summary>How often each Salesforce stream is asked. Default 30 s: 5,760 calls a day for two objects.</summary>
    public TimeSpan SalesforcePoll { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often Marketo is asked who changed, as long as somebody did. Default 15 s: an MQL is with sales in some 20 s.</summary>
    public TimeSpan MarketoPoll { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often Marketo's activities are asked for, as long as there are any. Default 35 s.</summary>
    public TimeSpan ActivityPoll { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>To this <see cref="MarketoPoll"/> and <see cref="ActivityPoll"/> grow while nothing happens (engine.md R20). Default 55 s: some 3,500 calls on an idle day, where Adobe advises at most 7,500.</summary>
    public TimeSpan LongestMarketoPoll { get; init; } = TimeSpan.FromSeconds(55);

    /// <summary>How often the stream of deleted people is asked. Default 5 min.</summary>
    public TimeSpan DeletionPoll { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Rows of Salesforce are read again until they are this old: commits become visible late. Default 10 min.</summary>
    public TimeSpan SalesforceOverlap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>So late an activity may become visible: each rescan goes back so far behind the one before, as Marketo promises no order. Default 30 min.</summary>
    public TimeSpan MarketoOverlap { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Default 15 min.</summary>
    public TimeSpan MarketoRescan { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Greatest number of records in a Marketo call. Default 300, the vendor's limit.</summary>
    /// <remarks>
    /// Updates reach it. Creates do not: they follow at once on the look-up that found nobody, and a look-up holds 150 records, as each may need two of the 300 values of its filter.
    /// To gather creates longer would keep their keys locked, and save one call in six of an import. Leads of Salesforce are looked up by a URI of 16 KB, 100 at a time, and so are made 100 at a time.
    /// </remarks>
    public int MarketoRecordsPerCall { get; init; } = 300;

    /// <summary>Greatest number of records in a Salesforce call. Default 200, the vendor's limit.</summary>
    public int SalesforceRecordsPerCall { get; init; } = 200;

    /// <summary>How long an effect of enrichment may wait for company in its call. Default 15 s. More urgent lanes wait less.</summary>
    public TimeSpan FlushAge { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The trigger campaign that takes promoted people out of nurture; null: none is requested.</summary>
    public string? SuppressionCampaign { get; init; } = "Nurture Suppression";

    /// <summary>Names of Marketo smart campaigns whose setting <c>unsubscribed</c> to false counts as a person's own wish. Default none: forms and Salesforce users only.</summary>
    public IReadOnlyList<string> OptInCampaigns { get; init; } = [];

    /// <summary>Which Marketo activities become Tasks; null: none do.</summary>
    public EngagementSettings? Engagement { get; init; } = new();

    /// <summary>LeadSource of a created Lead whose person has none.</summary>
    public string DefaultLeadSource { get; init; } = "Marketo";

    /// <summary>How opportunities move people between programs; null: they do not.</summary>
    public OpportunityStageSettings? OpportunityStages { get; init; } = new();

    /// <summary>How accounts become companies; null: they do not.</summary>
    public FirmographicSettings? Firmographics { get; init; } = new();

    /// <summary>Whose outbound messages are taken. Default: those of the org that the engine is signed in to.</summary>
    public OutboundMessageSettings OutboundMessages { get; init; } = new();

    /// <summary>How long an effect of a lane may wait for company.</summary>
    internal TimeSpan AgeOf(Lane lane) => lane switch
    {
        Lane.Consent => TimeSpan.Zero,
        Lane.Mql => TimeSpan.FromMilliseconds(500),
        Lane.Conversion => Least(TimeSpan.FromSeconds(2)),
        Lane.Suppression => Least(TimeSpan.FromSeconds(5)),
        _ => FlushAge,
    };

    /// <summary>So long after a change in Marketo its log must have been read.</summary>
    internal TimeSpan EvidenceAge => 2 * MarketoPoll + TimeSpan.FromSeconds(30);

    private TimeSpan Least(TimeSpan age) => age < FlushAge ? age : FlushAge;
}
