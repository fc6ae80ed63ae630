using System.Threading.Channels;
using SfMarketo.Cli.Runs;
using SfMarketo.Harness.Reports;

namespace SfMarketo.Cli.Workers;

/// <summary>The worker's side: reads orders until there are no more, plays them one after another and answers.</summary>
internal sealed class WorkerLoop(RunRequest request, IScenarioRunner runner, TextWriter output)
{
    // Nobody reads faster.
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider clock = TimeProvider.System;
    private long told;

    /// <returns>An exit code.</returns>
    public async Task<int> RunAsync(ChannelReader<string> orders, CancellationToken cancellationToken)
    {
        while (await orders.WaitToReadAsync(CancellationToken.None) && orders.TryRead(out var line))
        {
            var order = WorkerProtocol.ReadOrder(line);
            var answer = await AnswerAsync(order, cancellationToken);
            await output.WriteLineAsync(WorkerProtocol.Write(answer));
            if (answer.Failure is { } failure)
            {
                // What a run that broke off left behind must not reach the next.
                return failure.Code;
            }
        }

        return ExitCode.Passed;
    }

    private async Task<WorkerLine> AnswerAsync(RunOrder order, CancellationToken cancellationToken)
    {
        var scenarios = request.Scenarios;
        if (order.Index >= scenarios.Count || scenarios[order.Index].Name != order.Scenario)
        {
            return Failed(ExitCode.WrongInput, "The scenario files were changed during the run.");
        }

        try
        {
            var start = clock.GetTimestamp();
            var result = await runner.RunAsync(scenarios[order.Index], new RunOptions(request.Seed, order.Out, Tell) { KillAt = order.KillAt, Perturbed = order.Perturbed, Settings = request.Settings }, cancellationToken);
            return new WorkerLine { Result = result, WallSeconds = clock.GetElapsedTime(start).TotalSeconds };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Failed(ExitCode.Interrupted, "Interrupted.");
        }
        catch (TimeoutException late)
        {
            return Failed(ExitCode.TimedOut, late.Message);
        }
        catch (Exception failure)
        {
            // As in a command without workers: whatever a run could not turn into a result ends it with a sentence and where it came from.
            return new WorkerLine { Failure = new WorkerFailure(ExitCode.CouldNotStart, failure.Message, failure.ToString()) };
        }
    }

    private void Tell(string text)
    {
        if (told != 0 && clock.GetElapsedTime(told) < BetweenProgress)
        {
            return;
        }

        told = clock.GetTimestamp();
        output.WriteLine(WorkerProtocol.Write(new WorkerLine { Progress = text }));
    }

    private static WorkerLine Failed(int code, string message) => new() { Failure = new WorkerFailure(code, message, "") };
}
