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

    /// <summary>What becomes of it when it is sent, by the clock; null (default): it is delivered at once, and nobody opens it by themselves.</summary>
    public MailingRates? Rates { get; init; }

    /// <summary>The links in it, for clicks that come by <see cref="Rates"/>.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
