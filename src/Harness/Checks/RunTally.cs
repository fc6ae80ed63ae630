namespace SfMarketo.Harness.Checks;

/// <summary>What only the play of a run knows and what judges learn while it goes on: lives, deaths, revocations. Times are microseconds since 1970 UTC.</summary>
public sealed class RunTally
{
    private readonly List<(long At, long Since)> deaths = [];
    private readonly List<(long At, long Error)> clocks = [];

    /// <summary>Starts of the engine after its first.</summary>
    public int Restarts { get; set; }

    /// <summary>How often somebody revoked the tokens of Marketo during the run.</summary>
    public int MarketoRevocations { get; set; }

    /// <summary>How often somebody ended the sessions of Salesforce during the run.</summary>
    public int SalesforceRevocations { get; set; }

    /// <summary>Deaths of the engine, each with the first moment of which its next life may know nothing: calls that were answered since may be made again.</summary>
    public IReadOnlyList<(long At, long Since)> Deaths => deaths;

    /// <summary>When the wall clock of the engine's machine jumped, and by how much it has been ahead since; negative when it is behind.</summary>
    public IReadOnlyList<(long At, long Error)> Clocks => clocks;

    public void Died(long at, long since) => deaths.Add((at, since));

    public void Jumped(long at, long error) => clocks.Add((at, error));
}
