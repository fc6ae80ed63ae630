namespace SfMarketo.MarketoSim.Lists;

/// <summary>A static list, as data; who is on it is the instance's.</summary>
/// <param name="Id">List id.</param>
/// <param name="Name">List name.</param>
public sealed record MarketoList(int Id, string Name)
{
    /// <summary>The program that the list lives in; empty for a list of the database.</summary>
    public string ProgramName { get; init; } = "";

    public string Workspace { get; init; } = "Default";

    public string Description { get; init; } = "";
}
