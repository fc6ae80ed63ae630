using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Clocks;

namespace SfMarketo.Harness.Running;

/// <summary>Copies of the engine's state that are taken while it runs, as a backup would: the file and its log at one instant.</summary>
internal sealed class StateCopies(Scenario scenario, TimeProvider time, string folder)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly List<(DateTimeOffset At, string Path)> copies = [];
    private int taken;

    private TimeSpan OldestAsked => scenario.Timeline.Select(step => step.Action).OfType<SystemAction.Kill>().Where(kill => kill.State == KeptState.Older)
        .Select(kill => kill.Age).DefaultIfEmpty(TimeSpan.Zero).Max();

    /// <summary>Takes copies often enough for the ages that the scenario names, and none when it names none.</summary>
    public async Task TakeAsync(Func<string?> state, CancellationToken ended)
    {
        var oldest = OldestAsked;
        if (oldest == TimeSpan.Zero)
        {
            return;
        }

        var youngest = scenario.Timeline.Select(step => step.Action).OfType<SystemAction.Kill>().Where(kill => kill.State == KeptState.Older).Min(kill => kill.Age);
        var period = youngest / 10 < Shortest ? Shortest : youngest / 10 > Longest ? Longest : youngest / 10;
        while (!ended.IsCancellationRequested)
        {
            if (state() is { } path)
            {
                var copy = Path.Combine(folder, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"copy-{taken++}.db"));
                EngineLife.CopyState(path, copy);
                copies.Add((time.GetUtcNow(), copy));
                Forget(oldest + period + period);
            }

            await time.DelayAsync(period, ended).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>The newest copy that is at least so old; else the oldest; null when none was taken.</summary>
    public (DateTimeOffset At, string Path)? Find(TimeSpan age)
    {
        var before = time.GetUtcNow() - age;
        var found = copies.FindLastIndex(copy => copy.At <= before);
        return copies.Count == 0 ? null : copies[Math.Max(found, 0)];
    }

    private void Forget(TimeSpan older)
    {
        while (copies.Count > 1 && time.GetUtcNow() - copies[0].At > older)
        {
            File.Delete(copies[0].Path);
            File.Delete(copies[0].Path + "-wal");
            copies.RemoveAt(0);
        }
    }
}
