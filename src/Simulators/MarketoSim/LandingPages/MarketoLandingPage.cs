using SfMarketo.MarketoSim.Folders;

namespace SfMarketo.MarketoSim.LandingPages;

/// <summary>A landing page, as data.</summary>
/// <param name="Id">Landing page id: <i>Webpage ID</i> of its activities.</param>
/// <param name="Name">Its name.</param>
public sealed record MarketoLandingPage(int Id, string Name) : IMarketoAsset
{
    public string Description { get; init; } = "";

    public string Workspace { get; init; } = "Default";

    /// <summary>The folder or program that it lives in.</summary>
    public AssetPlace Place { get; init; } = new(MarketoFolder.DesignStudio, false);

    public string Title { get; init; } = "";

    public int TemplateId { get; init; } = 1;

    /// <summary>Whether it is live; what is not approved is a draft.</summary>
    public bool IsApproved { get; init; } = true;

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }
}
