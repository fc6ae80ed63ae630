using SfMarketo.MarketoSim.Folders;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>A smart campaign, as data: who and when (smart list), and what happens (flow).</summary>
public sealed record MarketoCampaign : IMarketoAsset
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public MarketoCampaignType Type { get; init; } = MarketoCampaignType.Trigger;

    public int ProgramId { get; init; }

    public string ProgramName { get; init; } = "";

    /// <summary>The folder that it is in; 0 for the program itself, or Marketing Activities when there is no program.</summary>
    public int FolderId { get; init; }

    public string Workspace { get; init; } = "Default";

    public bool Active { get; init; } = true;

    /// <summary>Has a <i>Campaign is Requested</i> trigger with source Web Service API.</summary>
    public bool Requestable { get; init; }

    /// <summary>What else starts a trigger campaign; any of them does.</summary>
    public IReadOnlyList<SmartListTrigger> Triggers { get; init; } = [];

    /// <summary>Who takes part. A trigger campaign without filters takes everybody who is triggered; a scheduled batch campaign without filters takes nobody, as Marketo refuses an empty smart list.</summary>
    public IReadOnlyList<SmartListFilter> Filters { get; init; } = [];

    /// <summary>What happens to each person who enters, in order, as the campaign's own doing.</summary>
    public IReadOnlyList<FlowStep> FlowSteps { get; init; } = [];

    /// <summary>How often one person may run through the flow: every time by default here, once in a campaign that a client creates, as the vendor has it.</summary>
    public QualificationRule Qualification { get; init; } = QualificationRule.EveryTime;

    /// <summary>A batch campaign's own runs; null when it runs only as it is scheduled. They begin after the instance does.</summary>
    public CampaignRecurrence? Recurrence { get; init; }

    /// <summary>A person over the instance's communication limits gets no e-mail of it that is not operational.</summary>
    public bool BlocksNonOperational { get; init; }

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    public AssetPlace Place => FolderId != 0 ? new(FolderId, false) : ProgramId != 0 ? new(ProgramId, true) : new(MarketoFolder.MarketingActivities, false);

    /// <summary>Has a smart list that starts it.</summary>
    internal bool HasTrigger => Requestable || Triggers.Count > 0;
}
