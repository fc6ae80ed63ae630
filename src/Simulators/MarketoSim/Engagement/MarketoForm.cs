namespace SfMarketo.MarketoSim.Engagement;

/// <summary>A form asset, as data.</summary>
/// <param name="Id">The asset's id: <i>Webform ID</i> of its activities.</param>
/// <param name="Name">The asset's name: primary attribute value of its activities.</param>
public sealed record MarketoForm(int Id, string Name)
{
    /// <summary>REST names of the person fields on it; none listed means any.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The workspace that it lives in; its primary partition takes the people that the form makes.</summary>
    public string Workspace { get; init; } = "Default";

    /// <summary>The landing page that it is on; 0 for none.</summary>
    public int WebpageId { get; init; }
}
