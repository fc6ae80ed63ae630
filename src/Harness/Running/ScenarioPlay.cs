using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Workload;
using SfMarketo.Sync;

namespace SfMarketo.Harness.Running;

/// <summary>What happens on the virtual clock: the engine lives, people act until the scenario's end, then everything may come to rest.</summary>
internal sealed class ScenarioPlay(Scenario scenario, World world, WorkloadPlayer player, string statePath, Action<string>? progress)
{
    /// <summary>Nothing may be written for so long before a run is called quiet.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    /// <summary>A run that has not come to rest by then is judged as it is. Long enough for a spent quota to come back.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(26);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>The engine's state at the end.</summary>
    public SyncStatus Status { get; private set; }

    /// <summary>The last life's state file; null when it did not stop in order, so that the file is not to be judged.</summary>
    public string? StoppedState { get; private set; }

    /// <summary>Why the engine gave up, or null.</summary>
    public string? Failure { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var draws = world.Draws.Fork("engine");
        var life = await EngineLife.StartAsync(world, RunSettings.Engine(scenario, statePath), new SyncSeams
        {
            Draw = draws.NextDouble,
            Salesforce = world.NetworkToSalesforce(scenario.Network.Salesforce.Latency, "engine"),
            Marketo = world.NetworkToMarketo(scenario.Network.Marketo.Latency, "engine"),
        });
        var listener = new EngineListener(scenario.Network.Salesforce.Latency, world.Draws.Fork("engine.listener"), world.Clock) { Life = life };
        player.MessagesTurn = fate => listener.Fate = fate;
        using var delivering = new CancellationTokenSource();
        using var invoker = new HttpMessageInvoker(listener);
        var delivery = world.Salesforce.OutboundDelivery.RunAsync(invoker, delivering.Token);
        var end = world.Clock.GetUtcNow() + scenario.Duration;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var people = player.PlayAsync(ended.Token);
        await UntilAsync(end, life, cancellationToken);
        await ended.CancelAsync();
        await people.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (people.IsFaulted)
        {
            await people;
        }

        await RestAsync(life, cancellationToken);
        await delivering.CancelAsync();
        await delivery;
        if (!life.Running.IsCompleted)
        {
            Status = await life.Engine.StatusAsync();
            await life.StopAsync();
            StoppedState = statePath;
        }
    }

    private async Task UntilAsync(DateTimeOffset end, EngineLife life, CancellationToken cancellationToken)
    {
        for (var now = world.Clock.GetUtcNow(); now < end && IsAlive(life) && !cancellationToken.IsCancellationRequested; now = world.Clock.GetUtcNow())
        {
            progress?.Invoke($"{world.Clock.Elapsed:d\\.hh\\:mm} of {scenario.Duration:d\\.hh\\:mm}");
            await Task.Delay(end - now < Step ? end - now : Step, world.Clock, CancellationToken.None);
        }
    }

    /// <summary>Waits until the engine has nothing under way and neither system was written to for a while.</summary>
    private async Task RestAsync(EngineLife life, CancellationToken cancellationToken)
    {
        var latest = world.Clock.GetUtcNow() + LongestRest;
        var quietSince = world.Clock.GetUtcNow();
        var writes = Writes();
        while (world.Clock.GetUtcNow() - quietSince < Quiet + Step && world.Clock.GetUtcNow() < latest && IsAlive(life) && !cancellationToken.IsCancellationRequested)
        {
            progress?.Invoke($"coming to rest, {world.Clock.Elapsed:d\\.hh\\:mm}");
            await Task.Delay(Step, world.Clock, CancellationToken.None);
            var status = IsAlive(life) ? await life.Engine.StatusAsync() : Status;
            if (Writes() != writes || status is not { Inbox: 0, Outbox: 0, Intents: 0 })
            {
                writes = Writes();
                quietSince = world.Clock.GetUtcNow();
            }
        }
    }

    private long Writes() => world.Marketo.Recorder.LastCommit + world.Salesforce.Recorder.LastCommit;

    private bool IsAlive(EngineLife life)
    {
        if (life.Running.IsCompleted)
        {
            Failure ??= "the engine stopped: " + (life.Running.Exception?.InnerException?.Message ?? "no reason given");
            return false;
        }

        return true;
    }
}
