using System.Reflection;
using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Metrics;
using SfMarketo.Harness.OrgData;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Harness.Workload;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Running;

/// <summary>Plays a scenario in virtual time: both simulators, the production engine, the scenario's people; then judges what the simulators recorded.</summary>
public sealed class VirtualRunner : IScenarioRunner
{
    /// <summary>The product's version, as in every result.</summary>
    public static string Version { get; } = typeof(VirtualRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public async Task<RunResult> RunAsync(Scenario scenario, RunOptions options, CancellationToken cancellationToken)
    {
        var seed = options.Seed ?? scenario.Seed;
        using var folder = RunFolder.Make(options.OutDirectory, scenario.Name);
        await using var world = await World.StartAsync(new WorldSettings(
            scenario.Clock.StartUtc,
            seed,
            SimulatorOptions.Marketo(scenario, [EngineCredentials.MarketoCredential]),
            SimulatorOptions.Salesforce(scenario, [EngineCredentials.ConnectedApp], [EngineCredentials.User])));
        OrgSeeder.Seed(scenario, world.Marketo, world.Salesforce, world.Draws);

        var settings = RunSettings.Checks(scenario, world);
        var start = SystemsReader.Read(world.Marketo, world.Salesforce);
        var judges = new Judges(settings, start, scenario.SkippedInvariants);
        var meter = new RunMeter(settings, start);
        using var marketoFiles = folder.Records("marketo");
        using var salesforceFiles = folder.Records("salesforce");
        Attach(world.Marketo.Recorder, judges, meter, marketoFiles);
        Attach(world.Salesforce.Recorder, judges, meter, salesforceFiles);

        var records = new SimulatorRecords(world.Marketo, world.Salesforce, StandardAssets.Campaigns);
        var player = new WorkloadPlayer(scenario, world.Marketo, world.Salesforce, records, world.Draws, world.Clock);
        var book = new ExpectationBook(scenario.Expect, records, player.Log, world.Clock);
        world.Marketo.Recorder.Add(book.Sink);
        world.Salesforce.Recorder.Add(book.Sink);
        var play = new ScenarioPlay(scenario, world, player, folder.StatePath, options.Progress);
        await VirtualPump.RunAsync(world.Clock, () => play.RunAsync(cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();

        var checks = judges.Finish(SystemsReader.Read(world.Marketo, world.Salesforce));
        var metrics = meter.Finish(checks);
        var figures = RunSettings.Figures(metrics, world, play.Status);
        var result = new RunResult
        {
            Scenario = scenario.Name,
            File = scenario.File,
            Seed = seed,
            Version = Version,
            VirtualDuration = world.Clock.Elapsed,
            Checks = new ViolationStory(player.Log.Story, records, scenario.Clock.StartUtc).Tell(checks),
            Expectations = book.Finish((int)play.Status.DeadLetters),
            Reached = ReachedResult.Judge(scenario.Reached, figures),
            Thresholds = ThresholdResult.Judge(scenario.Thresholds, scenario.Clock, metrics.Times),
            Figures = figures,
            Events = player.Log.Events,
            Missed = player.Log.Missed,
            Failure = play.Failure ?? BugIn(world),
            Replay = ReplayCommand.Of(scenario, seed, options),
            Folder = options.OutDirectory is null ? null : Path.Combine(options.OutDirectory, scenario.Name),
        };
        if (options.OutDirectory is not null)
        {
            ResultFile.Write(folder.Path, result);
        }

        return result;
    }

    private static void Attach(Recorder recorder, Judges judges, RunMeter meter, JsonLinesSink? files)
    {
        recorder.Add(judges);
        recorder.Add(meter);
        if (files is not null)
        {
            recorder.Add(files);
        }
    }

    private static string? BugIn(World world) =>
        world.Marketo.UnhandledFailures + world.Salesforce.UnhandledFailures is > 0 and var bugs ? $"a simulator's own code failed in {bugs} calls; their lines in the journal name the fault" : null;
}
