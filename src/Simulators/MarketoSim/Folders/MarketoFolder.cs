namespace SfMarketo.MarketoSim.Folders;

/// <summary>A folder of the instance's trees.</summary>
/// <param name="Id">Folder id.</param>
/// <param name="Name">Folder name.</param>
public sealed record MarketoFolder(int Id, string Name) : IMarketoAsset
{
    /// <summary>The root of programs and campaigns.</summary>
    public const int MarketingActivities = 1;

    /// <summary>The root of e-mails, landing pages and forms that are in no program.</summary>
    public const int DesignStudio = 2;

    /// <summary>The root of lists.</summary>
    public const int LeadDatabase = 3;

    /// <summary>Where lists live that are in no program.</summary>
    public const int GroupLists = 5;

    /// <summary>Where smart lists live that are in no program.</summary>
    public const int GroupSmartLists = 6;

    public string Description { get; init; } = "";

    public string Workspace { get; init; } = "Default";

    /// <summary>Null for a root.</summary>
    public AssetPlace? Parent { get; init; }

    /// <summary><c>Marketing Folder</c>, <c>Zone</c>, ...</summary>
    public string FolderType { get; init; } = "Marketing Folder";

    /// <summary>Made by Marketo itself; it is never changed or deleted.</summary>
    public bool IsSystem { get; init; }

    public bool IsArchive { get; init; }

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    AssetPlace IMarketoAsset.Place => Parent ?? default;

    /// <summary>The folders that each instance has.</summary>
    internal static IReadOnlyList<MarketoFolder> System { get; } =
    [
        Root(MarketingActivities, "Marketing Activities"),
        Root(DesignStudio, "Design Studio"),
        Root(LeadDatabase, "Lead Database"),
        new MarketoFolder(GroupLists, "Group Lists") { Parent = new AssetPlace(LeadDatabase, false), FolderType = "Smart List", IsSystem = true },
        new MarketoFolder(GroupSmartLists, "Group Smart Lists") { Parent = new AssetPlace(LeadDatabase, false), FolderType = "Smart List", IsSystem = true },
    ];

    private static MarketoFolder Root(int id, string name) => new(id, name) { FolderType = "Zone", IsSystem = true };
}
