namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>A batch campaign's run that is to come.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="At">When it runs, microseconds since 1970 UTC.</param>
/// <param name="Call">The call that scheduled it, as in the journal, or 0.</param>
public readonly record struct ScheduledRun(int CampaignId, long At, long Call)
{
    private readonly IReadOnlyDictionary<string, string>? tokens;

    /// <summary>Of the campaign's recurrence, and so followed by the next.</summary>
    public bool Recurs { get; init; }

    /// <summary>My Tokens that the call set, by name without <c>my.</c>.</summary>
    public IReadOnlyDictionary<string, string> Tokens
    {
        get => tokens ?? FlowTokens.None;
        init => tokens = value;
    }
}
