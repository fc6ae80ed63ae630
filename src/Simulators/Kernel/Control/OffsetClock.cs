namespace SfMarketo.Kernel.Control;

/// <summary>A running clock that can be moved: another clock's time plus an offset. Timers run on, and fire when time is moved past them.</summary>
/// <remarks>
/// The timers that a move passes fire in the order of their due times, on the caller's thread, with the clock already at its new time; a periodic timer
/// fires once for a move, however many periods were passed. The monotonic clock moves with the wall clock, so that durations agree with the records.
/// </remarks>
public sealed class OffsetClock(TimeProvider source) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly LinkedList<OffsetTimer> timers = [];
    private long offset;
    private long order;

    public OffsetClock()
        : this(System)
    {
    }

    /// <summary>How far this clock is from its source.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Volatile.Read(ref offset));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => source.GetUtcNow() + Offset;

    public override long GetTimestamp() => source.GetElapsedTime(0, source.GetTimestamp()).Ticks + Offset.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new OffsetTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>A clock of the same source that shows the same time now, and is moved by itself from then on.</summary>
    public OffsetClock Twin() => new(source) { offset = Offset.Ticks };

    /// <summary>Moves the clock on and fires what became due. It cannot go back by this.</summary>
    /// <returns>How many timers fired.</returns>
    public int Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return Move(by);
    }

    /// <summary>Sets the clock, also back: for a reset, when nothing that is kept bears a later time. Timers keep their wait when it goes back.</summary>
    /// <returns>How many timers fired.</returns>
    public int Set(DateTimeOffset instant) => Move(instant - GetUtcNow());

    private int Move(TimeSpan by)
    {
        List<OffsetTimer> due = [];
        lock (gate)
        {
            Volatile.Write(ref offset, offset + by.Ticks);
            var now = GetTimestamp();
            foreach (var timer in timers)
            {
                if (by < TimeSpan.Zero)
                {
                    timer.Due += by.Ticks;
                }
                else if (timer.Due <= now)
                {
                    due.Add(timer);
                }
                else
                {
                    timer.Arm(now);
                }
            }

            due.Sort(static (one, other) => one.Due != other.Due ? one.Due.CompareTo(other.Due) : one.Order.CompareTo(other.Order));
        }

        var fired = 0;
        foreach (var timer in due)
        {
            fired += timer.TryFire() ? 1 : 0;
        }

        return fired;
    }

    private ITimer CreateInner(OffsetTimer timer) =>
        source.CreateTimer(static timer => ((OffsetTimer)timer!).TryFire(), timer, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private sealed class OffsetTimer : ITimer
    {
        private readonly OffsetClock clock;
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ITimer inner;
        private readonly LinkedListNode<OffsetTimer> node;
        private TimeSpan period;
        private bool disposed;

        public OffsetTimer(OffsetClock clock, TimerCallback callback, object? state)
        {
            this.clock = clock;
            this.callback = callback;
            this.state = state;
            node = new LinkedListNode<OffsetTimer>(this);
            inner = clock.CreateInner(this);
        }

        /// <summary>Timestamp at which it fires.</summary>
        public long Due { get; set; }

        /// <summary>Order in which timers of one due time were set.</summary>
        public long Order { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                if (disposed)
                {
                    return false;
                }

                this.period = period;
                if (node.List is not null)
                {
                    clock.timers.Remove(node);
                }

                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    inner.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                }
                else
                {
                    Set(clock.GetTimestamp(), dueTime);
                }

                return true;
            }
        }

        /// <summary>Sets the inner timer to what is left. Rounded up: the system's timers count whole milliseconds and must not fire early.</summary>
        public void Arm(long now)
        {
            var left = Math.Max(0, Math.Ceiling(TimeSpan.FromTicks(Due - now).TotalMilliseconds));
            inner.Change(TimeSpan.FromMilliseconds(Math.Min(left, int.MaxValue)), Timeout.InfiniteTimeSpan);
        }

        /// <summary>Fires when it is due: also called by the inner timer, which is early when the clock went back meanwhile.</summary>
        public bool TryFire()
        {
            lock (clock.gate)
            {
                var now = clock.GetTimestamp();
                if (disposed || node.List is null)
                {
                    return false;
                }

                if (Due > now)
                {
                    Arm(now);
                    return false;
                }

                clock.timers.Remove(node);
                if (period > TimeSpan.Zero)
                {
                    Set(now, period);
                }
                else
                {
                    inner.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                }
            }

            callback(state);
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                disposed = true;
                if (node.List is not null)
                {
                    clock.timers.Remove(node);
                }
            }

            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(long now, TimeSpan wait)
        {
            Due = now + wait.Ticks;
            Order = clock.order++;
            clock.timers.AddLast(node);
            Arm(now);
        }
    }
}
