namespace SfMarketo.Harness.Checks;

/// <summary>What one check found.</summary>
/// <param name="Id">Such as A1; stable.</param>
/// <param name="Title">What must hold, in a few words.</param>
/// <param name="Passed">False also when it applied and examined nothing.</param>
/// <param name="Examined">Items that it looked at.</param>
/// <param name="Violations">The first of them, in the order of the run.</param>
public sealed record CheckResult(string Id, string Title, bool Passed, long Examined, IReadOnlyList<Violation> Violations)
{
    /// <summary>All violations, those that are not kept among them.</summary>
    public long Found { get; init; } = Violations.Count;

    /// <summary>False: the run held nothing that the rule speaks of, such as a run without opportunities. It is then left out of reports, being neither kept nor broken.</summary>
    public bool Applied { get; init; } = true;
}

/// <summary>One case in which a rule did not hold.</summary>
/// <param name="What">A sentence with the figures.</param>
/// <param name="At">Microseconds since 1970 UTC; null for what is found at the end.</param>
/// <param name="Record">Object and id, such as <c>Person 17</c>; empty when no record is concerned.</param>
/// <param name="Calls">Numbers of the calls, as in the journal of the simulator concerned.</param>
public sealed record Violation(string What, long? At, string Record, IReadOnlyList<long> Calls);
