using System.Globalization;
using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Clocks;
using SfMarketo.Kernel.Recording;
using SfMarketo.Sync;

namespace SfMarketo.Harness.Running;

/// <summary>The engine's lives in one run, one after the other: each starts from what the last one left.</summary>
/// <param name="scenario">The engine's settings.</param>
/// <param name="world">Where they live.</param>
/// <param name="networks">Their ways to both systems.</param>
/// <param name="tally">Told of starts and deaths.</param>
/// <param name="folder">Where state files are kept.</param>
internal sealed class EngineLives(Scenario scenario, World world, RunNetworks networks, RunTally tally, string folder)
{
    /// <summary>A call may have been answered so long before its outcome was committed.</summary>
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(10);

    private readonly RecentCommits? commits = scenario.Timeline.Any(step => step.Action is SystemAction.Kill { State: KeptState.Torn })
        ? new RecentCommits(world.Clock, world.Draws.Fork("crashes"), scenario.Engine.IsDurable)
        : null;

    private bool stopping;
    private long openedBefore;
    private Task restarting = Task.CompletedTask;

    /// <summary>The life that is, dead or alive; null while none is.</summary>
    public EngineLife? Current { get; private set; }

    public Passages Passages { get; } = new();

    public StateCopies Copies { get; } = new(scenario, world.Clock, folder);

    public int Starts { get; private set; }

    public int Kills { get; private set; }

    /// <summary>How often families of endpoints were taken to be down, in all lives.</summary>
    public long BreakersOpened => openedBefore + (Current?.BreakersOpened ?? 0);

    /// <summary>How far the wall clock of the engine's machine is wrong.</summary>
    public TimeSpan ClockError { get; set; }

    /// <summary>What a crash could not find as the scenario wants it.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Told when a life begins.</summary>
    public Action<EngineLife>? OnStart { get; set; }

    /// <summary>The present life's state file; null while none is up.</summary>
    public string? StatePath => Current is { IsUp: true } && !stopping ? PathOf(Starts) : null;

    /// <summary>A life begins.</summary>
    public EngineLife Start()
    {
        // The names of generators are those of a run with one life, so that a crash changes nothing before it.
        var name = Starts == 0 ? "engine" : string.Create(CultureInfo.InvariantCulture, $"engine.{Starts}");
        Starts++;
        tally.Restarts = Starts - 1;
        var own = world.Draws.Fork(name);
        commits?.Begin(PathOf(Starts));
        stopping = false;
        openedBefore = BreakersOpened;
        Current = EngineLife.Start(
            world,
            RunSettings.Engine(scenario, PathOf(Starts)),
            new SyncSeams { Draw = own.NextDouble, Salesforce = networks.ToSalesforce(name), Marketo = networks.ToMarketo(name) },
            Pass,
            new VirtualTime.LifeClock(world.Clock, () => ClockError));
        OnStart?.Invoke(Current);
        return Current;
    }

    /// <summary>The present life dies at once; another starts after a while.</summary>
    /// <returns>False when there is none that could.</returns>
    public bool Kill(SystemAction.Kill how)
    {
        if (Current is not { IsDead: false } life || life.Running.IsCompleted)
        {
            return false;
        }

        life.Kill();
        Kills++;
        var now = world.Clock.GetUtcNow();
        restarting = RestartAsync(how, Micros.From(now), Micros.From(life.UnsettledSince ?? now));
        return true;
    }

    /// <summary>The present life ends in order; another starts after a while.</summary>
    /// <returns>False when there is none that could.</returns>
    public bool Stop(TimeSpan restart)
    {
        if (Current is not { IsUp: true } || stopping)
        {
            return false;
        }

        restarting = StopAndRestartAsync(restart);
        return true;
    }

    /// <summary>What the engine holds; null when none is up or it died over the question.</summary>
    public async Task<SyncStatus?> StatusAsync()
    {
        if (Current is not { IsUp: true } life || stopping)
        {
            return null;
        }

        var status = life.Engine.StatusAsync();
        await Task.WhenAny(status, life.Died, life.Running);
        return status.IsCompletedSuccessfully ? await status : null;
    }

    /// <summary>Ends the present life in order, for good.</summary>
    /// <returns>False when it died over it: another will start.</returns>
    public async Task<bool> EndAsync()
    {
        if (Current is not { IsUp: true } life)
        {
            return false;
        }

        stopping = true;
        var stop = life.StopAsync();
        await Task.WhenAny(stop, life.Died);
        if (life.IsDead)
        {
            return false;
        }

        await stop;
        return true;
    }

    /// <summary>Why the engine ended although nobody ended it; null when all is well.</summary>
    /// <exception cref="IOException">A state file could not be copied.</exception>
    public string? FindFailure()
    {
        if (restarting.Exception is { } bug)
        {
            throw bug.GetBaseException();
        }

        return Current is { IsDead: false, Running.IsCompleted: true } life && !stopping
            ? "the engine stopped: " + (life.Running.Exception?.InnerException?.Message ?? "no reason given")
            : null;
    }

    private void Pass(string name)
    {
        switch (name)
        {
            case "commit.before":
                commits?.Before();
                break;
            case "commit.after":
                commits?.After();
                break;
        }

        // The life may die inside, with a commit of which it does not know.
        Passages.Pass(name);
        if (name == "commit.after")
        {
            commits?.Acknowledged();
        }
    }

    private async Task RestartAsync(SystemAction.Kill how, long at, long since)
    {
        // Copied now: what the dead life left is what the disk has.
        var (dead, next) = (PathOf(Starts), PathOf(Starts + 1));
        EngineLife.CopyState(dead, next);
        if (how.State == KeptState.Torn)
        {
            since = Math.Min(since, Tear(next));
        }
        else if (how.State == KeptState.Older)
        {
            since = Math.Min(since, Replace(next, how.Age));
        }

        tally.Died(at, since);
        await DelayAsync(how.Restart);
        Start();
    }

    /// <returns>Since when outcomes may be unknown, microseconds since 1970 UTC.</returns>
    private long Tear(string path)
    {
        var (frames, lost, oldest) = commits!.Cut();
        StateFile.Tear(path, frames);
        if (lost == 0 && !scenario.Engine.IsDurable)
        {
            Warnings.Add("the engine was killed with state: torn when nothing was committed in the last seconds: nothing was lost");
        }

        return oldest is { } first ? Micros.From(first - Answer) : long.MaxValue;
    }

    /// <returns>Since when outcomes may be unknown, microseconds since 1970 UTC.</returns>
    private long Replace(string path, TimeSpan age)
    {
        if (Copies.Find(age) is not { } copy)
        {
            Warnings.Add("the engine was killed with state: older before any copy of its state was taken: it kept what it had");
            return long.MaxValue;
        }

        File.Delete(path + "-wal");
        EngineLife.CopyState(copy.Path, path);
        return Micros.From(copy.At - Answer);
    }

    private async Task StopAndRestartAsync(TimeSpan restart)
    {
        var last = PathOf(Starts);
        if (await EndAsync())
        {
            EngineLife.CopyState(last, PathOf(Starts + 1));
            openedBefore = BreakersOpened;
            Current = null;
            await DelayAsync(restart);
            Start();
        }
    }

    private Task DelayAsync(TimeSpan delay) => world.Clock.DelayAsync(delay, CancellationToken.None);

    private string PathOf(int life) => Path.Combine(folder, life == 1 ? "state.db" : string.Create(CultureInfo.InvariantCulture, $"state-{life}.db"));
}
