using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Workload;
using SfMarketo.Sync;

namespace SfMarketo.Harness.Running;

/// <summary>What happens on the virtual clock: the engine lives, people act until the scenario's end, then everything may come to rest.</summary>
internal sealed class ScenarioPlay(Scenario scenario, World world, WorkloadPlayer player, EngineLives lives, RunNetworks networks, Action<string>? progress)
{
    /// <summary>Nothing may be written for so long before a run is called quiet.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    /// <summary>A run that has not come to rest by then is judged as it is. Long enough for a spent quota to come back.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(26);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>Longer than any call travels and is served.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(30);

    /// <summary>The engine's state at the end.</summary>
    public SyncStatus Status { get; private set; }

    /// <summary>The last life's state file; null when it did not stop in order, so that the file is not to be judged.</summary>
    public string? StoppedState { get; private set; }

    /// <summary>Why the engine gave up, or null.</summary>
    public string? Failure { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var listener = new EngineListener(scenario.Network.Salesforce.Latency, world.Draws.Fork("engine.listener"), world.Clock) { IsCut = networks.CutsMessage };
        lives.OnStart = life => listener.Life = life;
        player.MessagesTurn = fate => listener.Fate = fate;
        var first = lives.Start();
        await Task.WhenAny(first.Started, first.Died);
        using var delivering = new CancellationTokenSource();
        using var invoker = new HttpMessageInvoker(listener);
        var delivery = world.Salesforce.OutboundDelivery.RunAsync(invoker, delivering.Token);
        var end = world.Clock.GetUtcNow() + scenario.Duration;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var people = player.PlayAsync(ended.Token);
        var copying = lives.Copies.TakeAsync(() => lives.StatePath, ended.Token);
        await UntilAsync(end, cancellationToken);
        await ended.CancelAsync();
        await people.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (people.IsFaulted)
        {
            await people;
        }

        await copying;
        await EndAsync(cancellationToken);
        await delivering.CancelAsync();
        await delivery;
    }

    private async Task UntilAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        for (var now = world.Clock.GetUtcNow(); now < end && IsWell() && !cancellationToken.IsCancellationRequested; now = world.Clock.GetUtcNow())
        {
            progress?.Invoke($"{world.Clock.Elapsed:d\\.hh\\:mm} of {scenario.Duration:d\\.hh\\:mm}");
            await Task.Delay(end - now < Step ? end - now : Step, world.Clock, CancellationToken.None);
        }
    }

    /// <summary>Rest, a last look, an orderly end. Whoever dies over one of them starts again, and so does the rest.</summary>
    private async Task EndAsync(CancellationToken cancellationToken)
    {
        var latest = world.Clock.GetUtcNow() + LongestRest;
        while (IsWell() && !cancellationToken.IsCancellationRequested)
        {
            await RestAsync(latest, cancellationToken);
            if (!IsWell() || cancellationToken.IsCancellationRequested)
            {
                return;
            }

            if (await lives.StatusAsync() is { } status)
            {
                Status = status;
                var state = lives.StatePath;
                if (await lives.EndAsync())
                {
                    // What the engine sent and did not wait for arrives all the same, and is counted by both.
                    await Task.Delay(OnTheWay, world.Clock, CancellationToken.None);
                    StoppedState = state;
                    return;
                }
            }

            if (world.Clock.GetUtcNow() >= latest)
            {
                Failure ??= "the engine was not up at the end of the run";
            }
        }
    }

    /// <summary>Waits until the engine has nothing under way and neither system was written to for a while.</summary>
    private async Task RestAsync(DateTimeOffset latest, CancellationToken cancellationToken)
    {
        var quietSince = world.Clock.GetUtcNow();
        var writes = Writes();
        while (world.Clock.GetUtcNow() - quietSince < Quiet + Step && world.Clock.GetUtcNow() < latest && IsWell() && !cancellationToken.IsCancellationRequested)
        {
            progress?.Invoke($"coming to rest, {world.Clock.Elapsed:d\\.hh\\:mm}");
            await Task.Delay(Step, world.Clock, CancellationToken.None);
            var status = IsWell() ? await lives.StatusAsync() : Status;
            if (Writes() != writes || status is not { Inbox: 0, Outbox: 0, Intents: 0 })
            {
                writes = Writes();
                quietSince = world.Clock.GetUtcNow();
            }
        }
    }

    private long Writes() => world.Marketo.Recorder.LastCommit + world.Salesforce.Recorder.LastCommit;

    private bool IsWell() => (Failure ??= lives.FindFailure()) is null;
}
