using System.Reflection;
using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Metrics;
using SfMarketo.Harness.OrgData;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running.Relations;
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
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        var first = await PlayAsync(scenario, options, null, cancellationToken);
        var relations = new List<CheckReport>();
        foreach (var relation in Relation.All.Where(relation => scenario.Relations.Contains(relation.Id)))
        {
            // The changed run's records stand in a folder of their own under the run's.
            var within = options.OutDirectory is { } directory ? Path.Combine(directory, scenario.Name) : null;
            var changed = await PlayAsync(relation.Change(scenario), options with { OutDirectory = within, Progress = text => options.Progress?.Invoke($"{relation.Id}: {text}") }, relation, cancellationToken);
            relations.Add(RelationJudge.Compare(relation, first, changed));
        }

        var result = first.Result with { Checks = [.. first.Result.Checks, .. relations] };
        if (options.OutDirectory is not null)
        {
            ResultFile.Write(Path.Combine(options.OutDirectory, scenario.Name), result);
        }

        return result;
    }

    /// <param name="scenario">What is played.</param>
    /// <param name="options">How.</param>
    /// <param name="relation">For what comparison; null: the run itself.</param>
    /// <param name="cancellationToken">The user gave up.</param>
    private static async Task<PlayedRun> PlayAsync(Scenario scenario, RunOptions options, Relation? relation, CancellationToken cancellationToken)
    {
        var seed = options.Seed ?? scenario.Seed;
        using var folder = RunFolder.Make(options.OutDirectory, relation?.Id ?? scenario.Name);
        await using var world = await World.StartAsync(new WorldSettings(
            scenario.Clock.StartUtc,
            seed,
            SimulatorOptions.Marketo(scenario, [EngineCredentials.MarketoCredential]),
            SimulatorOptions.Salesforce(scenario, [EngineCredentials.ConnectedApp], [EngineCredentials.User]))
        {
            Network = relation is { OtherNetwork: true } ? "other" : "",
        });
        OrgSeeder.Seed(scenario, world.Marketo, world.Salesforce, world.Draws);

        var settings = RunSettings.Checks(scenario, world);
        var start = SystemsReader.Read(world.Marketo, world.Salesforce);
        var judges = new Judges(settings, start, scenario.SkippedInvariants);
        var meter = new RunMeter(settings, start);
        using var marketoFiles = folder.Records("marketo");
        using var salesforceFiles = folder.Records("salesforce");
        var gone = scenario.Clock.StartUtc + scenario.Duration;
        var trail = scenario.Relations.Count > 0 ? new RunTrail(start, Micros.From(gone), settings.MarketoClient, settings.SalesforceClient) : null;
        Attach(world.Marketo.Recorder, judges, meter, trail, marketoFiles);
        Attach(world.Salesforce.Recorder, judges, meter, trail, salesforceFiles);

        var records = new SimulatorRecords(world.Marketo, world.Salesforce, StandardAssets.Campaigns);
        var player = new WorkloadPlayer(scenario, world.Marketo, world.Salesforce, records, world.Draws, world.Clock);
        var play = new ScenarioPlay(scenario, world, player, folder.StatePath, options.Progress);
        var saving = new NoOpSave(world);
        await VirtualPump.RunAsync(world.Clock, () => relation is { Touches: true }
            ? Task.WhenAll(play.RunAsync(cancellationToken), saving.RunAsync(scenario.Duration, cancellationToken))
            : play.RunAsync(cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();

        var end = SystemsReader.Read(world.Marketo, world.Salesforce) with { Engine = StateOf(play, folder) };
        var checks = judges.Finish(end);
        var metrics = meter.Finish(checks);
        var figures = RunSettings.Figures(metrics, world, play.Status);
        var result = new RunResult
        {
            Scenario = scenario.Name,
            File = scenario.File,
            Seed = seed,
            Version = Version,
            VirtualDuration = world.Clock.Elapsed,
            Checks = [.. checks.Where(check => check.Applied).Select(RunSettings.Report)],
            Expectations = new ExpectationJudge(records, player.Log.Named, (int)play.Status.DeadLetters).Judge(scenario.Expect),
            Reached = ReachedResult.Judge(scenario.Reached, figures),
            Thresholds = ThresholdResult.Judge(scenario.Thresholds, scenario.Clock, metrics.Times),
            Figures = figures,
            Events = player.Log.Events,
            Missed = player.Log.Missed,
            Failure = play.Failure ?? BugIn(world),
        };
        return new PlayedRun(result, trail is null ? [] : CanonicalEnd.Of(end), trail ?? RunTrail.None, saving.Saved);
    }

    private static void Attach(Recorder recorder, params IRecordSink?[] sinks)
    {
        foreach (var sink in sinks.OfType<IRecordSink>())
        {
            recorder.Add(sink);
        }
    }

    /// <summary>What the stopped engine's file holds. A run with files keeps a copy of it, for judging again.</summary>
    private static EngineState StateOf(ScenarioPlay play, RunFolder folder)
    {
        if (play.StoppedState is not { } state)
        {
            return EngineState.NotRead("the engine did not stop in order");
        }

        folder.KeepState(state);
        return EngineStateReader.Read(state);
    }

    private static string? BugIn(World world) =>
        world.Marketo.UnhandledFailures + world.Salesforce.UnhandledFailures is > 0 and var bugs ? $"a simulator's own code failed in {bugs} calls; their lines in the journal name the fault" : null;
}
