using SfMarketo.Harness.Reports;

namespace SfMarketo.Cli.Runs;

/// <summary>Plays runs one after another in this process.</summary>
internal static class InlineRuns
{
    public static async Task<IReadOnlyList<FinishedRun>> PlayAsync(RunRequest request, IScenarioRunner runner, CancellationToken cancellationToken)
    {
        List<FinishedRun> finished = [];
        var clock = TimeProvider.System;
        foreach (var scenario in request.Scenarios)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var progress = new ProgressLine(scenario.Name);
            var start = clock.GetTimestamp();
            var result = await runner.RunAsync(scenario, new RunOptions(request.Seed, request.Out, progress.Show) { KillAt = request.KillAt, Perturbed = request.Perturbed, Settings = request.Settings }, cancellationToken);
            finished.Add(new FinishedRun(result, clock.GetElapsedTime(start)));
        }

        return finished;
    }
}
