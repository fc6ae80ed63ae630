namespace SfMarketo.Sync.Flows.OpportunityStages;

/// <summary>What is known of a person's standing.</summary>
/// <param name="PersonId">Marketo's id.</param>
/// <param name="Standing">The latest.</param>
/// <param name="StageName">The latest <c>sfdcOpptyStage</c>; empty when none.</param>
/// <param name="Due">When the standing's track may be entered, microseconds; null: now.</param>
/// <param name="Applied">What Marketo shows.</param>
internal sealed record PersonStanding(int PersonId, Standing Standing, string StageName, long? Due, AppliedTracks Applied)
{
    public static PersonStanding Unknown(int personId) => new(personId, Standing.None, "", null, AppliedTracks.None);
}

/// <summary>What Marketo shows of a standing, as far as is known: what is being changed counts as possible until the answer is in.</summary>
/// <param name="Suppression">Whether the person is kept out of acquisition.</param>
/// <param name="Tracks">The track programs the person is, or may be, a member of.</param>
/// <param name="Sure">False while a change of them is under way.</param>
internal sealed record AppliedTracks(Suppression Suppression, IReadOnlyList<string> Tracks, bool Sure)
{
    public static AppliedTracks None { get; } = new(Suppression.None, [], true);
}

/// <summary>How far a person's suppression has got.</summary>
internal enum Suppression
{
    None = 0,

    /// <summary>In between: it may or may not be suppressed; with <see cref="SuppressBy.Delete"/> its memberships are noted.</summary>
    Noted = 1,

    Suppressed = 2,
}

/// <summary>A person's status in a program.</summary>
internal readonly record struct Membership(string Program, string Status);
