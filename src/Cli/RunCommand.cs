using System.CommandLine;
using SfMarketo.Cli.Runs;
using SfMarketo.Cli.Stories;
using SfMarketo.Cli.Verdicts;
using SfMarketo.Cli.Workers;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.VirtualTime;

namespace SfMarketo.Cli;

/// <summary><c>sfmarketo run PATHS...</c>: plays scenarios in virtual time and judges them.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    /// <summary>Makes a worker of the command: hidden, the first of its words.</summary>
    public const string WorkerFlag = "--worker";

    public static Command Create(Func<IScenarioRunner> createRunner)
    {
        var input = new InputOptions();
        var seed = SeedOption.Create("Run with this seed instead of the scenario's own.");
        var directory = new Option<string?>("--out") { Description = "Write a folder for each scenario here, with its records and result.json.", HelpName = "DIR" };
        var only = new Option<string?>("--only") { Description = "Run only the scenario, or the run of a matrix, of this name.", HelpName = "NAME" };
        var jobs = new JobsOption();
        var variants = new RunVariants();
        var reports = new ReportOptions();
        var worker = new Option<bool>(WorkerFlag) { Hidden = true };
        var command = new Command(Name, $"Plays scenarios in virtual time and judges them.\n\n{ExitCode.Help}") { seed, directory, only, jobs, worker };
        input.AddTo(command);
        variants.AddTo(command);
        reports.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var named = input.Of(parsed);
            if (named.Runs(parsed.GetValue(only)) is not { } scenarios)
            {
                return ExitCode.WrongInput;
            }

            var request = variants.Complete(parsed, new RunRequest(scenarios, parsed.GetValue(seed), parsed.GetValue(directory))
            {
                Settings = named.Set,
                Arguments = [.. parsed.Tokens.Select(token => token.Value).SkipWhile(word => word != Name).Skip(1)],
            });
            if (parsed.GetValue(worker))
            {
                VirtualProcess.Enter();
                using var orphaned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                return await new WorkerLoop(request, createRunner(), Console.Out).RunAsync(WatchedInput.Of(Console.In, orphaned.Cancel), orphaned.Token);
            }

            if ((request.Out is not null && !OutDirectory.TryMake(request.Out)) || !reports.CanWrite(parsed))
            {
                return ExitCode.WrongInput;
            }

            return await RunEnding.OfAsync(() => PlayAsync(variants.Of(parsed), request, jobs.Of(parsed), runs => reports.Write(parsed, runs, named.Format), createRunner, cancellationToken), cancellationToken);
        });
        return command;
    }

    private static async Task<int> PlayAsync(
        RunVariant variant, RunRequest request, int jobs, Func<IReadOnlyList<FinishedRun>, bool> report, Func<IScenarioRunner> createRunner, CancellationToken cancellationToken)
    {
        var runs = Math.Min(jobs, request.Scenarios.Count);
        if (variant == RunVariant.Once && runs == 1)
        {
            VirtualProcess.Enter();
            var finished = await InlineRuns.PlayAsync(request, createRunner(), cancellationToken);
            return report(finished) ? ExitCode.Of(finished) : ExitCode.WrongInput;
        }

        switch (variant)
        {
            case RunVariant.Twice:
                {
                    await using var first = Pool(Math.Max(1, runs / 2));
                    await using var second = Pool(Math.Max(1, runs / 2));
                    return await TwiceRuns.PlayAsync(request, first, second, cancellationToken);
                }

            case RunVariant.KilledEverywhere:
                {
                    await using var pool = Pool(jobs);
                    return await new KillRuns(request, pool, ConsoleOutput.Create()).PlayAsync(cancellationToken);
                }

            default:
                {
                    await using var pool = Pool(runs);
                    var (finished, unplayed) = await PooledRuns.PlayAsync(request, pool, cancellationToken);
                    var told = report(finished);
                    return UnplayedRun.Tell(unplayed, Console.Error) ?? (told ? ExitCode.Of(finished) : ExitCode.WrongInput);
                }
        }

        WorkerPool Pool(int size) => new(() => WorkerProcess.Start([Name, WorkerFlag, .. request.Arguments]), size);
    }
}
