namespace SfMarketo.Tests.Sync.Pacing;

/// <summary>
/// A clock that stands still until it is moved, with timers that may fire early, as real ones do. Everything runs on the caller's thread.
/// </summary>
internal sealed class SimClock(DateTimeOffset start, Func<long>? firesEarlyBy = null) : TimeProvider
{
    private readonly PriorityQueue<(SimTimer Timer, int Version), (long At, long Sequence)> _due = new();
    private long _sequence;

    public SimClock()
        : this(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Ticks since the start.</summary>
    public long Now { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now;

    public override DateTimeOffset GetUtcNow() => start.AddTicks(Now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public long? NextTimer()
    {
        while (_due.TryPeek(out var entry, out var due))
        {
            if (entry.Timer.Version == entry.Version)
            {
                return due.At;
            }

            _due.Dequeue();
        }

        return null;
    }

    public void Advance(TimeSpan span) => AdvanceTo(Now + span.Ticks);

    /// <summary>Moves on to an instant, firing what is due on the way.</summary>
    public void AdvanceTo(long instant)
    {
        while (NextTimer() is { } at && at <= instant)
        {
            Now = Math.Max(Now, at);
            _due.Dequeue().Timer.Fire();
        }

        Now = Math.Max(Now, instant);
    }

    private sealed class SimTimer(SimClock clock, TimerCallback callback, object? state) : ITimer
    {
        public int Version { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Version++;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                var early = Math.Min(dueTime.Ticks / 2, firesEarly()); // never at once: time must pass
                clock._due.Enqueue((this, Version), (clock.Now + dueTime.Ticks - early, clock._sequence++));
            }

            return true;

            long firesEarly() => clock.FiresEarlyBy?.Invoke() ?? 0;
        }

        public void Fire()
        {
            Version++;
            callback(state);
        }

        public void Dispose() => Version++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private Func<long>? FiresEarlyBy => firesEarlyBy;
}
