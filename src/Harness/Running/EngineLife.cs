using SfMarketo.Harness.Network;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Sync;

namespace SfMarketo.Harness.Running;

/// <summary>One life of the engine in a world, from start to orderly end or to crash. Each life has its own clock, network and store handle.</summary>
#pragma warning disable CA1001 // StopAsync disposes it; a killed life must not be ended politely.
public sealed class EngineLife
#pragma warning restore CA1001
{
    private readonly LifeClock clock;
    private readonly Action<string>? onPassage;
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly OpenCalls open;
    private SyncEngine? engine;

    private EngineLife(LifeClock clock, TimeProvider world, Action<string>? onPassage)
    {
        this.clock = clock;
        this.onPassage = onPassage;
        open = new OpenCalls(world);
        clock.Pass = Pass;
    }

    /// <summary>The engine of a life that has started.</summary>
    public SyncEngine Engine => engine ?? throw new InvalidOperationException("This life has not started yet: await Started.");

    /// <summary>The engine is made and runs; faulted when it could not be. A life that is killed before never starts.</summary>
    public Task Started => started.Task;

    /// <summary>Ends when the engine does; faulted when it gave up.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Ends when the life is killed.</summary>
    public Task Died => died.Task;

    public bool IsDead => clock.IsDead;

    /// <summary>It has started, was not killed and has not ended.</summary>
    public bool IsUp => !IsDead && started.Task.IsCompletedSuccessfully && !Running.IsCompleted;

    /// <summary>How often its engine took a family of endpoints to be down.</summary>
    internal long BreakersOpened => engine?.BreakersOpened ?? 0;

    /// <summary>When the oldest call was sent whose outcome this life may not have written down; null when there is none.</summary>
    internal DateTimeOffset? UnsettledSince => open.OldestSent is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Begins a life. Its start is part of it: a life can be killed in it.</summary>
    /// <param name="world">Where it lives.</param>
    /// <param name="settings">The engine's settings, with its state file.</param>
    /// <param name="seams">The seams of this life; time, network and passages are put under the life's own clock here.</param>
    /// <param name="onPassage">Called at each passage of a seam (see <see cref="Passages"/>), where the life may be killed.</param>
    /// <param name="clock">Its clock; null: a new one that goes right.</param>
    public static EngineLife Start(World world, SyncSettings settings, SyncSeams seams, Action<string>? onPassage = null, LifeClock? clock = null)
    {
        var life = new EngineLife(clock ?? new LifeClock(world.Clock), world.Clock, onPassage);
        life.Running = life.LiveAsync(settings, seams with
        {
            Time = life.clock,
            Salesforce = new SeamHandler(seams.Salesforce, life.Pass, life.open),
            Marketo = new SeamHandler(seams.Marketo, life.Pass, life.open),
            Passage = life.PassAsync,
        });
        return life;
    }

    /// <summary>Begins a life that nobody kills in its start.</summary>
    public static async Task<EngineLife> StartAsync(World world, SyncSettings settings, SyncSeams seams, Action<string>? onPassage = null)
    {
        var life = Start(world, settings, seams, onPassage);
        await life.Started;
        return life;
    }

    /// <summary>Ends the life as kill -9 does. Its state file stays open in this process: the next life starts from a copy.</summary>
    public void Kill()
    {
        clock.Kill();
        died.TrySetResult();
    }

    /// <summary>Ends the life in order. A life that is killed meanwhile never gets there.</summary>
    public async Task StopAsync()
    {
        await Started;
        await ending.CancelAsync();
        await Running;
        await Engine.DisposeAsync();
        ending.Dispose();
    }

    /// <summary>Copies a dead life's state file with its write-ahead log, as a restart after a crash finds it.</summary>
    public static void CopyState(string from, string to)
    {
        foreach (var suffix in new[] { "", "-wal" })
        {
            if (File.Exists(from + suffix))
            {
                using var source = new FileStream(from + suffix, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var target = new FileStream(to + suffix, FileMode.Create, FileAccess.Write);
                source.CopyTo(target);
            }
        }
    }

    private async Task LiveAsync(SyncSettings settings, SyncSeams seams)
    {
        // Whoever begins a life must have it in hand before its first passage.
        await Task.Yield();
        try
        {
            engine = await SyncEngine.StartAsync(settings, seams);
        }
        catch (Exception failure)
        {
            started.TrySetException(failure);
            throw;
        }

        var running = engine.RunAsync(ending.Token);
        started.TrySetResult();
        await running;
    }

    private bool Pass(string name)
    {
        if (!clock.IsDead)
        {
            onPassage?.Invoke(name);
        }

        return !clock.IsDead;
    }

    // A dead life never gets past a seam: its pending work stays pending for ever.
    private ValueTask PassAsync(string name) => Pass(name) ? ValueTask.CompletedTask : new ValueTask(new TaskCompletionSource().Task);
}
