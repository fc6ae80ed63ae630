namespace SfMarketo.Harness.VirtualTime;

/// <summary>One engine life's view of the clock. When the life ends its timers never fire again, so that its pending work is dead without being asked.</summary>
/// <param name="world">The world's clock: it goes right.</param>
/// <param name="error">How far the wall clock of the engine's machine is wrong; asked at each reading. The monotonic clock and timers never jump.</param>
public sealed class LifeClock(TimeProvider world, Func<TimeSpan>? error = null) : TimeProvider
{
    /// <summary>True from the moment of the crash.</summary>
    public bool IsDead { get; private set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => world.TimestampFrequency;

    /// <summary>Told of the seams before and after each timer; false: the life is dead by now.</summary>
    internal Func<string, bool>? Pass { get; set; }

    public override DateTimeOffset GetUtcNow() => error is null ? world.GetUtcNow() : world.GetUtcNow() + error();

    public override long GetTimestamp() => world.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        world.CreateTimer(
            argument =>
            {
                if (!IsDead && Pass?.Invoke("timer.before") != false)
                {
                    callback(argument);
                    Pass?.Invoke("timer.after");
                }
            },
            state,
            dueTime,
            period);

    /// <summary>Ends the life, as a kill -9 does: nothing is cancelled, nothing is told.</summary>
    public void Kill() => IsDead = true;
}
