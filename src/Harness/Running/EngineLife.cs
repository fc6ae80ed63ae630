using SfMarketo.Harness.VirtualTime;
using SfMarketo.Sync;

namespace SfMarketo.Harness.Running;

/// <summary>One life of the engine in a world, from start to orderly end or to crash. Each life has its own clock, network and store handle.</summary>
#pragma warning disable CA1001 // StopAsync disposes it; a killed life must not be ended politely.
public sealed class EngineLife
#pragma warning restore CA1001
{
    private readonly LifeClock clock;
    private readonly SyncEngine engine;
    private readonly CancellationTokenSource ending = new();
    private readonly Task running;

    private EngineLife(LifeClock clock, SyncEngine engine)
    {
        this.clock = clock;
        this.engine = engine;
        running = engine.RunAsync(ending.Token);
    }

    public SyncEngine Engine => engine;

    /// <summary>Ends when the engine does; faulted when it gave up.</summary>
    public Task Running => running;

    /// <param name="world">Where it lives.</param>
    /// <param name="settings">The engine's settings, with its state file.</param>
    /// <param name="seams">The seams of this life; time and passages are put under the life's own clock here.</param>
    public static async Task<EngineLife> StartAsync(World world, SyncSettings settings, SyncSeams seams)
    {
        var clock = new LifeClock(world.Clock);
        var passage = seams.Passage;
        var engine = await SyncEngine.StartAsync(settings, seams with
        {
            Time = clock,

            Passage = PassAsync,
        });
        return new EngineLife(clock, engine);

        // A dead life never gets past a seam: its pending work stays pending for ever.
        async ValueTask PassAsync(string name)
        {
            if (!clock.IsDead)
            {
                await passage(name);
            }

            if (clock.IsDead)
            {
                await new TaskCompletionSource().Task;
            }
        }
    }

    public bool IsDead => clock.IsDead;

    /// <summary>Ends the life as kill -9 does. Its state file stays open in this process: the next life starts from a copy.</summary>
    public void Kill() => clock.Kill();

    /// <summary>Ends the life in order.</summary>
    public async Task StopAsync()
    {
        await ending.CancelAsync();
        await running;
        await engine.DisposeAsync();
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
}
