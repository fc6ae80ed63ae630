using SfMarketo.MarketoSim.Folders;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>A program: people are its members, in a status of its channel.</summary>
/// <param name="Id">Program id.</param>
/// <param name="Name">Program name.</param>
/// <param name="Channel">Name of its channel.</param>
public sealed record MarketoProgram(int Id, string Name, string Channel) : IMarketoAsset
{
    /// <summary>Default, Event, Event with Webinar, Engagement or Email.</summary>
    public string Type { get; init; } = "Default";

    /// <summary>Empty for most; <c>on</c> or <c>off</c> of an engagement program, <c>locked</c> or <c>unlocked</c> of an e-mail program.</summary>
    public string Status { get; init; } = "";

    public string Description { get; init; } = "";

    public string Workspace { get; init; } = "Default";

    /// <summary>The folder that it lives in, by name; it is made when the instance has none of the id.</summary>
    public string Folder { get; init; } = "Marketing Programs";

    /// <summary>The folder's id.</summary>
    public int FolderId { get; init; } = 28;

    /// <summary>Nested: <see cref="FolderId"/> is an engagement program's id.</summary>
    public bool IsNested { get; init; }

    public IReadOnlyList<ProgramTag> Tags { get; init; } = [];

    public IReadOnlyList<ProgramCost> Costs { get; init; } = [];

    /// <summary>Of events and e-mail programs, as it was written; empty for none.</summary>
    public string StartDate { get; init; } = "";

    /// <summary>Of events and e-mail programs, as it was written; empty for none.</summary>
    public string EndDate { get; init; } = "";

    /// <summary>Of an e-mail program: who gets the e-mail.</summary>
    public IReadOnlyList<Campaigns.SmartListFilter> Filters { get; init; } = [];

    /// <summary>Of an engagement program: its streams, of which members enter the first. Without any, nothing goes out by itself.</summary>
    public IReadOnlyList<EngagementStream> Streams { get; init; } = [];

    /// <summary>Of an engagement program: the time between two casts. Default a week.</summary>
    public TimeSpan CastEvery { get; init; } = TimeSpan.FromDays(7);

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    public AssetPlace Place => new(FolderId, IsNested);
}
