namespace SfMarketo.Harness.VirtualTime;

/// <summary>A clock that stands still until someone moves it, and then jumps from timer to timer.</summary>
/// <remarks>
/// Timers that are due at one instant fire in the order in which they were set, so a run has one order of events.
/// Wall clock and monotonic clock are one counter. Not thread-safe: virtual time has one worker thread (docs/decisions/0002-virtual-time.md).
/// </remarks>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<(VirtualTimer Timer, int Version), (long Due, long Order)> timers = new();
    private readonly long startTicks = start.UtcTicks;
    private long nowTicks = start.UtcTicks;
    private long order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far the clock has come.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(nowTicks - startTicks);

    /// <summary>Timers fired so far.</summary>
    public long Fired { get; private set; }

    /// <summary>Told when the clock is about to move from one instant to a later one: all that could happen at the first has happened.</summary>
    public Action<DateTimeOffset, DateTimeOffset>? Leaving { get; set; }

    public override DateTimeOffset GetUtcNow() => new(nowTicks, TimeSpan.Zero);

    public override long GetTimestamp() => nowTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to the next due timer and fires it; false when none is set.</summary>
    public bool FireNext()
    {
        while (timers.TryDequeue(out var entry, out var key))
        {
            if (entry.Timer.Version != entry.Version)
            {
                continue;
            }

            if (key.Due > nowTicks)
            {
                Leaving?.Invoke(new DateTimeOffset(nowTicks, TimeSpan.Zero), new DateTimeOffset(key.Due, TimeSpan.Zero));
                nowTicks = key.Due;
            }

            Fired++;
            entry.Timer.Fire();
            return true;
        }

        return false;
    }

    private void Schedule(VirtualTimer timer, TimeSpan due) =>
        timers.Enqueue((timer, timer.Version), (nowTicks + due.Ticks, order++));

    /// <summary>Change and Dispose only count the version up: entries of older versions are skipped when their time comes.</summary>
    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        public int Version { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Version++;
            this.period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                clock.Schedule(this, dueTime);
            }

            return true;
        }

        public void Fire()
        {
            Version++;
            if (period > TimeSpan.Zero)
            {
                clock.Schedule(this, period);
            }

            callback(state);
        }

        public void Dispose() => Version++;

        public ValueTask DisposeAsync()
        {
            Version++;
            return ValueTask.CompletedTask;
        }
    }
}
