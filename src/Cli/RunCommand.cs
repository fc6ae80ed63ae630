using System.CommandLine;
using SfMarketo.Cli.Runs;
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
        var paths = new Argument<string[]>("PATHS") { Description = "Scenario files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var seed = SeedOption.Create("Run with this seed instead of the scenario's own.");
        var directory = new Option<string?>("--out") { Description = "Write a folder for each scenario here, with its records and result.json.", HelpName = "DIR" };
        var only = new Option<string?>("--only") { Description = "Run only the scenario of this name.", HelpName = "NAME" };
        var jobs = new JobsOption();
        var variants = new RunVariants();
        var worker = new Option<bool>(WorkerFlag) { Hidden = true };
        var command = new Command(Name, $"Plays scenarios in virtual time and judges them.\n\n{ExitCode.Help}") { paths, seed, directory, only, jobs, worker };
        variants.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (ScenarioInput.Read(parsed.GetRequiredValue(paths), parsed.GetValue(only)) is not { } scenarios)
            {
                return ExitCode.WrongInput;
            }

            var request = variants.Complete(parsed, new RunRequest(scenarios, parsed.GetValue(seed), parsed.GetValue(directory))
            {
                Arguments = [.. parsed.Tokens.Select(token => token.Value).SkipWhile(word => word != Name).Skip(1)],
            });
            if (parsed.GetValue(worker))
            {
                VirtualProcess.Enter();
                return await new WorkerLoop(scenarios, request.Seed, createRunner(), Console.Out).RunAsync(Console.In, cancellationToken);
            }

            if (request.Out is not null && !OutDirectory.TryMake(request.Out))
            {
                return ExitCode.WrongInput;
            }

            return await RunEnding.OfAsync(() => PlayAsync(variants.Of(parsed), request, jobs.Of(parsed), createRunner, cancellationToken), cancellationToken);
        });
        return command;
    }

    private static async Task<int> PlayAsync(RunVariant variant, RunRequest request, int jobs, Func<IScenarioRunner> createRunner, CancellationToken cancellationToken)
    {
        var runs = Math.Min(jobs, request.Scenarios.Count);
        if (variant == RunVariant.Once && runs == 1)
        {
            VirtualProcess.Enter();
            var finished = await InlineRuns.PlayAsync(request, createRunner(), cancellationToken);
            RunSummary.Write(finished);
            return ExitCode.Of(finished);
        }

        return await (variant switch
        {
            RunVariant.Twice => TwiceAsync(request, Math.Max(1, runs / 2), cancellationToken),
            RunVariant.KilledEverywhere => KilledAsync(request, jobs, cancellationToken),
            _ => OnceAsync(request, runs, cancellationToken),
        });
    }

    private static async Task<int> OnceAsync(RunRequest request, int jobs, CancellationToken cancellationToken)
    {
        await using var pool = Pool(request, jobs);
        var (finished, unplayed) = await PooledRuns.PlayAsync(request, pool, cancellationToken);
        RunSummary.Write(finished);
        return UnplayedRun.Tell(unplayed, Console.Error) ?? ExitCode.Of(finished);
    }

    private static async Task<int> TwiceAsync(RunRequest request, int jobs, CancellationToken cancellationToken)
    {
        await using var first = Pool(request, jobs);
        await using var second = Pool(request, jobs);
        return await TwiceRuns.PlayAsync(request, first, second, cancellationToken);
    }

    private static async Task<int> KilledAsync(RunRequest request, int jobs, CancellationToken cancellationToken)
    {
        await using var pool = Pool(request, jobs);
        return await new KillRuns(request, pool, ConsoleOutput.Create()).PlayAsync(cancellationToken);
    }

    private static WorkerPool Pool(RunRequest request, int size) => new(() => WorkerProcess.Start([Name, WorkerFlag, .. request.Arguments]), size);
}
