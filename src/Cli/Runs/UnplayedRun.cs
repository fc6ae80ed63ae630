using SfMarketo.Cli.Workers;

namespace SfMarketo.Cli.Runs;

/// <summary>A run that has no result.</summary>
internal sealed record UnplayedRun(string Scenario, WorkerFailure Failure)
{
    /// <summary>Says on the error stream which runs have no result and why; the exit code, or null when there are none.</summary>
    public static int? Tell(IReadOnlyList<UnplayedRun> runs, TextWriter errors)
    {
        foreach (var (scenario, failure) in runs)
        {
            errors.WriteLine($"Could not run {scenario}: {failure.Message}");
            if (failure.Detail.Length > 0)
            {
                errors.WriteLine(failure.Detail);
            }
        }

        return runs.Count == 0 ? null : runs.Max(run => run.Failure.Code);
    }
}
