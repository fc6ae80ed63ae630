namespace SfMarketo.MarketoSim.Engagement;

/// <summary>An e-mail asset, as data.</summary>
/// <param name="Id">The asset's id: <i>Mailing ID</i> of its activities.</param>
/// <param name="Name">The asset's name: primary attribute value of its activities.</param>
public sealed record MarketoEmail(int Id, string Name)
{
    public string Subject { get; init; } = "";

    /// <summary>The campaign that sends it, shown as <c>campaignId</c> and <i>Campaign Run ID</i> of its activities; 0 for none.</summary>
    public int CampaignId { get; init; }

    /// <summary>Operational e-mails go to unsubscribed people too.</summary>
    public bool Operational { get; init; }
}
