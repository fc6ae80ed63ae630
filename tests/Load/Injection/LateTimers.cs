namespace SfMarketo.Tests.Load.Injection;

/// <summary>A clock whose timers fire late, as on a machine that is short of processors.</summary>
internal sealed class LateTimers(TimeProvider inner, TimeSpan lateness) : TimeProvider
{
    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new LateTimer(inner.CreateTimer(callback, state, Later(dueTime), period), this);

    private TimeSpan Later(TimeSpan dueTime) => dueTime < TimeSpan.Zero ? dueTime : dueTime + lateness;

    private sealed class LateTimer(ITimer timer, LateTimers clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Later(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
