namespace SfMarketo.Sync.Flows.OpportunityStages;

/// <summary>How opportunities move people between programs. Names are looked up in Marketo at the start; one that is missing stops this use case alone.</summary>
public sealed record OpportunityStageSettings
{
    /// <summary>How people are kept out of acquisition. Default: the list.</summary>
    public SuppressBy SuppressBy { get; init; } = SuppressBy.List;

    /// <summary>The static list that the acquisition programs' smart lists exclude. Default "Acquisition Suppression".</summary>
    public string SuppressionList { get; init; } = "Acquisition Suppression";

    /// <summary>Programs that people are removed from with <see cref="SuppressBy.Delete"/>. Default "Spring Nurture" and "Product Newsletter".</summary>
    public IReadOnlyList<string> AcquisitionPrograms { get; init; } = ["Spring Nurture", "Product Newsletter"];

    /// <summary>Where customers are enrolled; null: nowhere. Default "Post-Sale Track", status Enrolled.</summary>
    public ProgramTrack? CustomerTrack { get; init; } = new("Post-Sale Track", "Enrolled");

    /// <summary>Where people of lost deals are enrolled; null: nowhere. Default "Re-engagement Track", status Enrolled.</summary>
    public ProgramTrack? LostTrack { get; init; } = new("Re-engagement Track", "Enrolled");

    /// <summary>How long a person must have stood at <see cref="Standing.Lost"/> before it enters <see cref="LostTrack"/>; it is suppressed at once. Default 30 days.</summary>
    public TimeSpan ReengagementDelay { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How often opportunities and their contact roles are asked for. Default 60 s: 2,880 calls a day.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The track of a standing, or null.</summary>
    internal ProgramTrack? TrackOf(Standing standing) => standing switch
    {
        Standing.Customer => CustomerTrack,
        Standing.Lost => LostTrack,
        _ => null,
    };
}

/// <summary>A program that people of one standing are members of.</summary>
/// <param name="Program">Its name.</param>
/// <param name="Status">A progression status of its channel.</param>
public sealed record ProgramTrack(string Program, string Status);

/// <summary>How people are kept out of acquisition programs.</summary>
public enum SuppressBy
{
    /// <summary>They are on a static list, which is safe to repeat and loses nothing (practice.md 1.4).</summary>
    List,

    /// <summary>Their memberships are deleted, as the seed asks; the statuses are remembered and come back.</summary>
    Delete,
}
