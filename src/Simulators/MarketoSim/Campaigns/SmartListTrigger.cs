namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>What starts a trigger campaign for a person. A request by API is <see cref="MarketoCampaign.Requestable"/>.</summary>
public abstract record SmartListTrigger
{
    private SmartListTrigger()
    {
    }

    /// <summary><i>Data Value Changes</i>: the field gets another value, whoever writes it; Change Score steps are <see cref="ScoreChanges"/>.</summary>
    /// <param name="Field">REST name.</param>
    /// <param name="NewValue">The value it must get; null for any.</param>
    public sealed record DataValueChanges(string Field, object? NewValue = null) : SmartListTrigger;

    /// <summary><i>Score is Changed</i>: by a Change Score step.</summary>
    public sealed record ScoreChanges : SmartListTrigger;

    /// <summary><i>Program Status is Changed</i>, becoming a member too.</summary>
    /// <param name="ProgramId">The program.</param>
    /// <param name="NewStatus">The status it must get; null for any.</param>
    public sealed record StatusChanges(int ProgramId, string? NewStatus = null) : SmartListTrigger;

    /// <summary><i>Fills Out Form</i>; null for any form.</summary>
    public sealed record FormFilled(int? FormId = null) : SmartListTrigger;

    /// <summary><i>Clicks Link in Email</i>.</summary>
    /// <param name="EmailId">The e-mail; null for any.</param>
    /// <param name="Link">The link; null for any.</param>
    /// <param name="IncludeBots">Whether clicks of link scanners start it too, as they do unless the constraint <i>Is Bot Activity</i> is set.</param>
    public sealed record EmailClicked(int? EmailId = null, string? Link = null, bool IncludeBots = true) : SmartListTrigger;
}
