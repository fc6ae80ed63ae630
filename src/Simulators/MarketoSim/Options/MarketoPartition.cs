namespace SfMarketo.MarketoSim.Options;

/// <summary>A lead partition. Source: Marketo REST API, "Leads", lead partitions.</summary>
/// <param name="Id">Its id; people carry it as <c>leadPartitionId</c>.</param>
/// <param name="Name">Its name, by which calls name it.</param>
public sealed record MarketoPartition(int Id, string Name)
{
    public string? Description { get; init; }

    /// <summary>The workspace whose people it holds. The first partition of a workspace is its primary one: forms of the workspace put new people there.</summary>
    public string Workspace { get; init; } = "Default";
}
