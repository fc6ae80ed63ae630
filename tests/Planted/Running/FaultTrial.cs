using SfMarketo.Tests.Planted.Faults;

namespace SfMarketo.Tests.Planted.Running;

/// <summary>What the scenarios said of a fault and of its near miss.</summary>
/// <param name="Fault">What was planted.</param>
/// <param name="Runs">Of the fault, up to the one that caught it.</param>
/// <param name="NearMissRun">Of the near miss, all scenarios at once; null: it was left out.</param>
internal sealed record FaultTrial(Fault Fault, IReadOnlyList<RunVerdict> Runs, RunVerdict? NearMissRun)
{
    /// <summary>The run that caught it, or null.</summary>
    public RunVerdict? By => Runs.FirstOrDefault(run => run.End is RunEnd.Judged or RunEnd.TimedOut);

    public bool IsCaught => By is not null;

    public bool NearMissPasses => NearMissRun?.End == RunEnd.Passed;

    /// <summary>For the table: who caught it, or how it got away.</summary>
    public string Caught => By is { } by ? $"{by.Scenario}: {by.Says}"
        : Runs.FirstOrDefault(run => run.End == RunEnd.Crashed) is { } crash ? $"CRASHED, no proof: {crash.Scenario}: {crash.Says}"
        : "NOT CAUGHT by " + string.Join(", ", Runs.Select(run => run.Scenario));

    /// <summary>For the table.</summary>
    public string NearMiss => NearMissRun is null ? "not tried" : NearMissPasses ? "passed" : $"FAILED: {NearMissRun.Scenario}: {NearMissRun.Says}";
}
