namespace SfMarketo.Tests.Planted.Faults;

/// <summary>One deliberate fault of the engine: what a tired engineer would write, and what a careful one would write in the same place.</summary>
public sealed record Fault
{
    /// <summary>The file's name without its ending; those of the folder <c>blind</c> begin with it.</summary>
    public required string Name { get; init; }

    /// <summary>The rule that it breaks: R1 to R30 of engine.md, or <c>practice n.n</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>What the engine does wrong now.</summary>
    public required string Breaks { get; init; }

    /// <summary>What is changed in <c>src/Sync</c>.</summary>
    public required IReadOnlyList<FaultEdit> Edits { get; init; }

    /// <summary>Names of scenarios, tried in this order until one fails. None was written for this fault.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>What the near miss does.</summary>
    public required string NearMiss { get; init; }

    /// <summary>A harmless change of the same lines, with which all the scenarios pass.</summary>
    public required IReadOnlyList<FaultEdit> NearMissEdits { get; init; }
}
