namespace SfMarketo.Harness.VirtualTime;

/// <summary>One engine life's view of the clock. When the life ends its timers never fire again, so that its pending work is dead without being asked.</summary>
public sealed class LifeClock(TimeProvider world) : TimeProvider
{
    /// <summary>True from the moment of the crash.</summary>
    public bool IsDead { get; private set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => world.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow();

    public override long GetTimestamp() => world.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        world.CreateTimer(
            argument =>
            {
                if (!IsDead)
                {
                    callback(argument);
                }
            },
            state,
            dueTime,
            period);

    /// <summary>Ends the life, as a kill -9 does: nothing is cancelled, nothing is told.</summary>
    public void Kill() => IsDead = true;
}
