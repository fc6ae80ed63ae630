using System.Globalization;
using SfMarketo.Cli.Workers;
using SfMarketo.Harness.Reports;
using Spectre.Console;

namespace SfMarketo.Cli.Runs;

/// <summary>Plays each scenario once to count the passages of the engine's seams, then once for each of them with the engine killed there; each run is judged in full, but for how long flows took.</summary>
internal sealed class KillRuns(RunRequest request, WorkerPool pool, IAnsiConsole console)
{
    private const int Shown = 10;

    private readonly List<UnplayedRun> unplayed = [];
    private bool anyFailed;

    /// <returns>An exit code.</returns>
    public async Task<int> PlayAsync(CancellationToken cancellationToken)
    {
        foreach (var (index, scenario) in request.Scenarios.Index())
        {
            if (await PlayWholeAsync(new RunOrder(index, scenario.Name) { Out = request.Out }, cancellationToken) is { } whole)
            {
                await KillAsync(index, whole, cancellationToken);
            }
        }

        return UnplayedRun.Tell(unplayed, System.Console.Error) ?? (anyFailed ? ExitCode.Failed : ExitCode.Passed);
    }

    /// <summary>Whether a run in which the engine was killed is as good as one in which it was not.</summary>
    /// <param name="result">Of the run.</param>
    /// <param name="passage">Where it was to be killed.</param>
    public static bool Survived(RunResult result, long passage) => result.PassedButForThresholds && result.Passages >= passage;

    private async Task<RunResult?> PlayWholeAsync(RunOrder order, CancellationToken cancellationToken)
    {
        WorkerLine? answer = null;
        using (var board = new RunBoard(order.Scenario, 1))
        {
            await pool.PlayAsync([order], (_, line) => answer = line, (_, text) => board.Show("whole", text), cancellationToken);
        }

        if (answer!.Failure is { } failure)
        {
            unplayed.Add(new UnplayedRun(order.Scenario, failure));
            return null;
        }

        var whole = answer.Result!;
        if (whole is { PassedButForThresholds: true, Passages: > 0 })
        {
            return whole;
        }

        anyFailed = true;
        FailureText.Write(whole, console);
        Say($"{whole.Scenario}: {(whole.PassedButForThresholds ? "no passage was counted" : "failed before anything was killed")}, so nothing is killed");
        return null;
    }

    private async Task KillAsync(int index, RunResult whole, CancellationToken cancellationToken)
    {
        List<RunOrder> orders = [];
        for (var passage = 1L; passage <= whole.Passages; passage += request.KillStep)
        {
            orders.Add(new RunOrder(index, whole.Scenario) { KillAt = passage });
        }

        var (survived, played) = (0, 0);
        SortedDictionary<long, RunResult> failed = [];
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        using (var line = new ProgressLine(whole.Scenario))
        {
            await pool.PlayAsync(orders, Answered, static (_, _) => { }, cancellationToken);

            void Answered(RunOrder order, WorkerLine answer)
            {
                played++;
                if (answer.Failure is { } failure)
                {
                    unplayed.Add(new UnplayedRun(string.Create(CultureInfo.InvariantCulture, $"{whole.Scenario} killed at passage {order.KillAt}"), failure));
                }
                else if (Survived(answer.Result!, order.KillAt!.Value))
                {
                    survived++;
                }
                else
                {
                    failed.Add(order.KillAt.Value, answer.Result!);
                }

                line.Show(string.Create(CultureInfo.InvariantCulture, $"{played:N0} of {orders.Count:N0} passages, {failed.Count:N0} failed, {played / clock.GetElapsedTime(start).TotalSeconds:0.0} runs/s"));
            }
        }

        foreach (var (passage, result) in failed.Take(Shown))
        {
            TellFailure(result, passage);
        }

        if (failed.Count > Shown)
        {
            Say($"and at {failed.Count - Shown} more passages: {string.Join(", ", failed.Keys.Skip(Shown))}");
        }

        anyFailed |= failed.Count > 0;
        var took = clock.GetElapsedTime(start);
        var tried = orders.Count == whole.Passages ? "" : string.Create(CultureInfo.InvariantCulture, $" of {whole.Passages:N0}");
        Say($"{whole.Scenario}: {orders.Count:N0}{tried} passages, {survived:N0} survived ({ShortTime.Of(took)}, {orders.Count / took.TotalSeconds:0.0} runs/s)");
    }

    private void TellFailure(RunResult result, long passage)
    {
        FailureText.Write(result, console);
        if (result.Passages < passage)
        {
            Say($"  the run never came to passage {passage}: it is not the same up to there as the run without a kill");
        }

        Say($"  killed at passage {passage}; the same again: {request.CommandFor(result.Scenario, string.Create(CultureInfo.InvariantCulture, $"--kill-at {passage}"))}");
    }

    // Not through Spectre's layout, which would break long lines at its own width.
    private void Say(FormattableString text) => console.Profile.Out.Writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
