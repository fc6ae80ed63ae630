using SfMarketo.MarketoSim.Emails;
using SfMarketo.MarketoSim.Folders;

namespace SfMarketo.MarketoSim.Engagement;

/// <summary>An e-mail asset, as data.</summary>
/// <param name="Id">The asset's id: <i>Mailing ID</i> of its activities.</param>
/// <param name="Name">The asset's name: primary attribute value of its activities.</param>
public sealed record MarketoEmail(int Id, string Name) : IMarketoAsset
{
    public string Description { get; init; } = "";

    public string Workspace { get; init; } = "Default";

    /// <summary>The folder or program that it lives in.</summary>
    public AssetPlace Place { get; init; } = new(MarketoFolder.DesignStudio, false);

    public string Subject { get; init; } = "";

    public string FromName { get; init; } = "Marketing";

    public string FromEmail { get; init; } = "marketing@example.com";

    public string ReplyEmail { get; init; } = "marketing@example.com";

    /// <summary>Id of the template that it was made from.</summary>
    public int TemplateId { get; init; } = 1;

    /// <summary>Whether it may be sent; what is not approved is a draft.</summary>
    public bool IsApproved { get; init; } = true;

    /// <summary>The editable sections of the approved version, or of the draft when there is no approved version.</summary>
    public IReadOnlyList<EmailSection> Sections { get; init; } = [EmailSection.Plain];

    /// <summary>The sections of the draft beside the approved version; null when nothing was edited since it was approved.</summary>
    public IReadOnlyList<EmailSection>? Draft { get; init; }

    /// <summary>The campaign that sends it, shown as <c>campaignId</c> and <i>Campaign Run ID</i> of its activities; 0 for none.</summary>
    public int CampaignId { get; init; }

    /// <summary>Operational e-mails go to unsubscribed people too.</summary>
    public bool Operational { get; init; }

    /// <summary>What becomes of it when it is sent, by the clock; null (default): it is delivered at once, and nobody opens it by themselves.</summary>
    public MailingRates? Rates { get; init; }

    /// <summary>The links in it, for clicks that come by <see cref="Rates"/>.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    /// <summary>Whether there is something to approve.</summary>
    internal bool HasDraft => !IsApproved || Draft is not null;
}
