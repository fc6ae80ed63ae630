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

    /// <summary>Share of the sends that arrive, 0 to 1; the others are Email Bounced (8).</summary>
    public double DeliveredRate { get; init; } = 1;

    /// <summary>Share of what arrives that is opened, within the day; none by default.</summary>
    public double OpenRate { get; init; }

    /// <summary>Share of what is opened in which <see cref="Link"/> is clicked, minutes later.</summary>
    public double ClickRate { get; init; }

    /// <summary>The link that is clicked.</summary>
    public string Link { get; init; } = "https://www.example.com/";
}
