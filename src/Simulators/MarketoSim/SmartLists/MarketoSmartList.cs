using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Folders;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.SmartLists;

/// <summary>A smart list, as data. The asset API reads, clones and deletes it; rules are written at the screens only.</summary>
/// <param name="Id">Smart list id.</param>
/// <param name="Name">Its name.</param>
public sealed record MarketoSmartList(int Id, string Name) : IMarketoAsset
{
    /// <summary>The lists of campaigns and programs have ids from here on, by the id of their owner.</summary>
    private const int OfCampaigns = 1_000_000;
    private const int OfPrograms = 2_000_000;

    public string Description { get; init; } = "";

    public string Workspace { get; init; } = "Default";

    public AssetPlace Place { get; init; } = new(MarketoFolder.GroupSmartLists, false);

    public IReadOnlyList<SmartListTrigger> Triggers { get; init; } = [];

    /// <summary>Has the trigger <i>Campaign is Requested</i>.</summary>
    public bool Requestable { get; init; }

    public IReadOnlyList<SmartListFilter> Filters { get; init; } = [];

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    /// <summary>A campaign's own.</summary>
    internal static MarketoSmartList OfCampaign(MarketoCampaign campaign) => new(OfCampaigns + campaign.Id, campaign.Name)
    {
        Workspace = campaign.Workspace,
        Place = campaign.Place,
        Triggers = campaign.Triggers,
        Requestable = campaign.Requestable,
        Filters = campaign.Filters,
        CreatedAt = campaign.CreatedAt,
        UpdatedAt = campaign.UpdatedAt,
    };

    /// <summary>An e-mail program's own.</summary>
    internal static MarketoSmartList OfProgram(MarketoProgram program) => new(OfPrograms + program.Id, program.Name)
    {
        Workspace = program.Workspace,
        Place = new AssetPlace(program.Id, true),
        Filters = program.Filters,
        CreatedAt = program.CreatedAt,
        UpdatedAt = program.UpdatedAt,
    };
}
