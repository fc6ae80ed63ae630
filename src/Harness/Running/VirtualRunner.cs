using System.Reflection;
using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Metrics;
using SfMarketo.Harness.OrgData;
using SfMarketo.Harness.Rejudging;
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

    private static readonly TimeSpan KillRestart = TimeSpan.FromSeconds(30);

    public async Task<RunResult> RunAsync(Scenario scenario, RunOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        var first = await PlayAsync(scenario, options, null, cancellationToken);
        var relations = new List<CheckReport>();
        foreach (var relation in Relation.All.Where(relation => IsCompared(scenario, options) && scenario.Relations.Contains(relation.Id)))
        {
            // The changed run's records stand in a folder of their own under the run's.
            var within = options.OutDirectory is { } directory ? Path.Combine(directory, scenario.Name) : null;
            var changed = await PlayAsync(relation.Change(scenario), options with { OutDirectory = within, IsHashed = false, Progress = text => options.Progress?.Invoke($"{relation.Id}: {text}") }, relation, cancellationToken);
            relations.Add(RelationJudge.Compare(relation, first, changed));
        }

        var result = first.Result with { Checks = [.. first.Result.Checks, .. relations] };
        if (options.OutDirectory is not null)
        {
            ResultFile.Write(Path.Combine(options.OutDirectory, scenario.Name), result);
        }

        return result;
    }

    /// <summary>A run that is killed somewhere, or not judged, is compared with nothing.</summary>
    private static bool IsCompared(Scenario scenario, RunOptions options) => scenario.Relations.Count > 0 && options is { IsJudged: true, KillAt: null };

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
            Perturbed = options.Perturbed,
            Network = relation is { OtherNetwork: true } ? "other" : "",
        });
        SystemActions.Set(scenario.Switches, world);
        var seeded = OrgSeeder.Seed(scenario, world.Marketo, world.Salesforce, world.Draws);

        var settings = RunSettings.Checks(scenario, world);
        var start = SystemsReader.Read(world.Marketo, world.Salesforce);
        var judges = new Judges(settings, start, scenario.SkippedInvariants);
        var meter = new RunMeter(settings, start);
        folder.KeepStart(new JudgeBrief(scenario.Name, seed, Version, scenario.SkippedInvariants, settings), start);
        using var marketoFiles = folder.Records("marketo");
        using var salesforceFiles = folder.Records("salesforce");
        using var order = folder.Order(settings.Tally);
        using var hash = new RecordsHash();
        var trail = IsCompared(scenario, options) ? new RunTrail(start, Micros.From(scenario.Clock.StartUtc + scenario.Duration), settings.MarketoClient, settings.SalesforceClient) : null;
        ReadOnlySpan<IRecordSink?> sinks = [options.IsJudged ? judges : null, options.IsJudged ? meter : null, options.IsHashed ? hash : null, order, trail, options.Watch];
        Attach(world.Marketo.Recorder, [.. sinks, marketoFiles]);
        Attach(world.Salesforce.Recorder, [.. sinks, salesforceFiles]);

        var records = new SimulatorRecords(world.Marketo, world.Salesforce, StandardAssets.Campaigns);
        var player = new WorkloadPlayer(scenario, world.Marketo, world.Salesforce, records, world.Draws, world.Clock);
        var networks = new RunNetworks(scenario.Network, world);
        var lives = new EngineLives(scenario, world, networks, settings.Tally, folder.Scratch);
        var faults = new FaultRules(scenario.Faults, world);
        var systems = new SystemActions(world, lives, networks, faults, settings.Tally);
        var live = new LiveFigures(world, meter, lives, networks, faults, systems, player.Log);
        Prepare(player, seeded, scenario, systems, lives, new StepTriggers(scenario.Timeline, records, live.Of), world);
        if (options.KillAt is { } killAt)
        {
            lives.Passages.On(killAt, () => lives.Kill(new SystemAction.Kill(KeptState.Kept, TimeSpan.Zero, KillRestart)));
        }

        var book = new ExpectationBook(scenario.Expect, records, player.Log, world.Clock);
        Attach(world.Marketo.Recorder, [book.Sink]);
        Attach(world.Salesforce.Recorder, [book.Sink]);
        var play = new ScenarioPlay(scenario, world, player, lives, networks, options.Progress);
        var saving = new NoOpSave(world);
        await VirtualPump.RunAsync(world.Clock, () => relation is { Touches: true }
            ? Task.WhenAll(play.RunAsync(cancellationToken), saving.RunAsync(scenario.Duration, cancellationToken))
            : play.RunAsync(cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();

        var end = SystemsReader.Read(world.Marketo, world.Salesforce) with { Engine = StateOf(play, folder) };
        folder.KeepEnd(end);
        var checks = judges.Finish(end);
        var metrics = meter.Finish(checks);
        var figures = RunSettings.Figures(metrics, world, play.Status) with { Met = live.Met(scenario) };
        var result = new RunResult
        {
            Scenario = scenario.Name,
            File = scenario.File,
            ListFiles = scenario.ListFiles,
            Start = scenario.Clock.StartUtc,
            Seed = seed,
            Version = Version,
            VirtualDuration = world.Clock.Elapsed,
            Checks = options.IsJudged ? new ViolationStory(player.Log.Story, records, scenario.Clock.StartUtc).Tell(checks) : [],
            Expectations = book.Finish((int)play.Status.DeadLetters),
            Reached = ReachedResult.Judge(scenario.Reached, figures),
            Thresholds = ThresholdResult.Judge(scenario.Thresholds, scenario.Clock, metrics.Times),
            Figures = figures,
            Events = player.Log.Events,
            Missed = player.Log.Missed,
            Failure = play.Failure ?? BugIn(world),
            RecordsHash = options.IsHashed ? hash.Finish() : null,
            Warnings = [.. player.Log.Warnings, .. lives.Warnings, .. faults.Unmet(scenario.File), .. Undone(scenario, player.Log)],
            Passages = lives.Passages.Count,
            Replay = ReplayCommand.Of(scenario, seed, options),
            Folder = options.OutDirectory is null ? null : Path.Combine(options.OutDirectory, scenario.Name),
        };
        return new PlayedRun(result, trail is null ? [] : CanonicalEnd.Of(end), trail ?? RunTrail.None, saving.Saved);
    }

    private static void Attach(Recorder recorder, ReadOnlySpan<IRecordSink?> sinks)
    {
        foreach (var sink in sinks)
        {
            if (sink is not null)
            {
                recorder.Add(sink);
            }
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

    private static void Prepare(WorkloadPlayer player, SeededOrg seeded, Scenario scenario, SystemActions systems, EngineLives lives, StepTriggers triggers, World world)
    {
        foreach (var named in seeded.Named)
        {
            player.Log.Name(named);
        }

        foreach (var refused in seeded.Refused)
        {
            player.Log.Miss($"{scenario.File}: {refused}");
        }

        foreach (var fault in scenario.Faults)
        {
            var start = scenario.Clock.StartUtc;
            player.Log.Story.InForce(
                start + (fault.From ?? TimeSpan.Zero),
                fault.Until is { } until ? start + until : DateTimeOffset.MaxValue,
                FormattableString.Invariant($"{scenario.File}:{fault.Line}"),
                $"fault '{fault.Id}'");
        }

        player.Systems = systems;
        player.Passages = lives.Passages;
        player.Triggers = triggers;
        world.Marketo.Recorder.Add(triggers);
        world.Salesforce.Recorder.Add(triggers);
    }

    /// <summary>A sentence for each step that waited for something that never was.</summary>
    private static IEnumerable<string> Undone(Scenario scenario, WorkloadLog log) => scenario.Timeline
        .Where(step => step.Trigger is not null and not StepTrigger.Every && !log.Steps.Any(done => ReferenceEquals(done.Step, step)))
        .Select(step => FormattableString.Invariant($"{scenario.File}:{step.Line}: '{BusinessEventWords.Of(step.Do).Words}' never happened: what it waits for never was"));

    private static string? BugIn(World world) =>
        world.Marketo.UnhandledFailures + world.Salesforce.UnhandledFailures is > 0 and var bugs ? $"a simulator's own code failed in {bugs} calls; their lines in the journal name the fault" : null;
}
