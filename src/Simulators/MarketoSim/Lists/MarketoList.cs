using SfMarketo.MarketoSim.Folders;

namespace SfMarketo.MarketoSim.Lists;

/// <summary>A static list, as data; who is on it is the instance's.</summary>
/// <param name="Id">List id.</param>
/// <param name="Name">List name.</param>
public sealed record MarketoList(int Id, string Name) : IMarketoAsset
{
    /// <summary>The program that the list lives in; empty for a list of the database.</summary>
    public string ProgramName { get; init; } = "";

    /// <summary>The program's id; in the options the name is enough.</summary>
    public int ProgramId { get; init; }

    /// <summary>The folder that it is in; 0 for the program itself, or Group Lists when there is no program.</summary>
    public int FolderId { get; init; }

    public string Workspace { get; init; } = "Default";

    public string Description { get; init; } = "";

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    public AssetPlace Place => FolderId != 0 ? new(FolderId, false) : ProgramId != 0 ? new(ProgramId, true) : new(MarketoFolder.GroupLists, false);
}
