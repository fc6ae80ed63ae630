using System.CommandLine;
using SfMarketo.Cli.Stories;
using SfMarketo.Cli.Verdicts;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.VirtualTime;

namespace SfMarketo.Cli;

/// <summary><c>sfmarketo run PATHS...</c>: plays scenarios in virtual time and judges them.</summary>
internal static class RunCommand
{
    public static Command Create(Func<IScenarioRunner> createRunner)
    {
        var input = new InputOptions();
        var seed = SeedOption.Create("Run with this seed instead of the scenario's own.");
        var directory = new Option<string?>("--out") { Description = "Write a folder for each scenario here, with its records and result.json.", HelpName = "DIR" };
        var only = new Option<string?>("--only") { Description = "Run only the scenario, or the run of a matrix, of this name.", HelpName = "NAME" };
        var command = new Command("run", $"Plays scenarios in virtual time and judges them.\n\n{ExitCode.Help}") { seed, directory, only };
        var reports = new ReportOptions();
        input.AddTo(command);
        reports.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            input.Of(parsed), parsed.GetValue(seed), parsed.GetValue(directory), parsed.GetValue(only), runs => reports.Write(parsed, runs, input.Of(parsed).Format), createRunner, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ScenarioInput input, ulong? seed, string? directory, string? only, Func<IReadOnlyList<FinishedRun>, bool> report, Func<IScenarioRunner> createRunner, CancellationToken cancellationToken)
    {
        VirtualProcess.Enter();
        if (input.Runs(only) is not { } scenarios)
        {
            return ExitCode.WrongInput;
        }

        if (directory is not null && !OutDirectory.TryMake(directory))
        {
            return ExitCode.WrongInput;
        }

        try
        {
            var finished = await RunAllAsync(scenarios, new RunOptions(seed, directory, null) { Settings = input.Set }, createRunner(), cancellationToken);
            return report(finished) ? ExitCode.Of(finished) : ExitCode.WrongInput;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (TimeoutException late)
        {
            await Console.Error.WriteLineAsync(late.Message);
            return ExitCode.TimedOut;
        }
        catch (Exception failure)
        {
            // The one catch-all: whatever a run could not turn into a result ends the process with a sentence and where it came from.
            await Console.Error.WriteLineAsync($"Could not run: {failure.Message}");
            await Console.Error.WriteLineAsync(failure.ToString());
            return ExitCode.CouldNotStart;
        }
    }

    private static async Task<List<FinishedRun>> RunAllAsync(
        IReadOnlyList<Scenario> scenarios, RunOptions options, IScenarioRunner runner, CancellationToken cancellationToken)
    {
        List<FinishedRun> finished = [];
        var clock = TimeProvider.System;
        foreach (var scenario in scenarios)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var progress = new ProgressLine(scenario.Name);
            var start = clock.GetTimestamp();
            var result = await runner.RunAsync(scenario, options with { Progress = progress.Show }, cancellationToken);
            finished.Add(new FinishedRun(result, clock.GetElapsedTime(start)));
        }

        return finished;
    }
}
