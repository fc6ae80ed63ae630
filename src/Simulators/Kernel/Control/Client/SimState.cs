namespace SfMarketo.Kernel.Control.Client;

/// <summary>What a simulator is and has.</summary>
public sealed record SimState
{
    /// <summary><c>marketo</c> or <c>salesforce</c>.</summary>
    public required string Simulator { get; init; }

    /// <summary>Id of the instance.</summary>
    public required string Instance { get; init; }

    /// <summary>Live records by object.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    public required SimClock Clock { get; init; }

    public ulong Seed { get; init; }

    public required SimLimits Limits { get; init; }

    public required IReadOnlyDictionary<string, string> Switches { get; init; }

    /// <summary>Number of fault rules.</summary>
    public int Faults { get; init; }

    public long Calls { get; init; }

    /// <summary>Calls in which the simulator's own code broke: bugs of it.</summary>
    public int UnhandledFailures { get; init; }

    public required IReadOnlyList<string> Snapshots { get; init; }
}
