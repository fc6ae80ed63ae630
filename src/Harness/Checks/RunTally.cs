namespace SfMarketo.Harness.Checks;

/// <summary>What only the play of a run knows and what judges learn while it goes on: lives, deaths, revocations. Times are microseconds since 1970 UTC.</summary>
public sealed class RunTally
{
    private readonly List<(long At, long Since)> deaths = [];

    /// <summary>Starts of the engine after its first.</summary>
    public int Restarts { get; set; }

    /// <summary>Tokens and sessions that somebody revoked during the run.</summary>
    public int Revocations { get; set; }

    /// <summary>Deaths of the engine, each with the first moment of which its next life may know nothing: calls that were answered since may be made again.</summary>
    public IReadOnlyList<(long At, long Since)> Deaths => deaths;

    public void Died(long at, long since) => deaths.Add((at, since));
}
