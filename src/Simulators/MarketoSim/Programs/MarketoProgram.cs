namespace SfMarketo.MarketoSim.Programs;

/// <summary>A program: people are its members, in a status of its channel.</summary>
/// <param name="Id">Program id.</param>
/// <param name="Name">Program name.</param>
/// <param name="Channel">Name of its channel.</param>
public sealed record MarketoProgram(int Id, string Name, string Channel)
{
    /// <summary>Default, Event, Event with Webinar, Engagement or Email.</summary>
    public string Type { get; init; } = "Default";

    /// <summary>Empty for most; <c>on</c> or <c>off</c> of an engagement program.</summary>
    public string Status { get; init; } = "";

    public string Description { get; init; } = "";

    public string Workspace { get; init; } = "Default";

    /// <summary>The folder that it lives in.</summary>
    public string Folder { get; init; } = "Marketing Programs";

    /// <summary>The folder's id.</summary>
    public int FolderId { get; init; } = 28;
}
