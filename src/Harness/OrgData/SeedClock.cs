namespace SfMarketo.Harness.OrgData;

/// <summary>The clock of seeding: stands still until it is moved on. Nothing waits while an org is filled, so it has no timers.</summary>
public sealed class SeedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    /// <summary>Goes on to an instant; stays where it is when that has passed.</summary>
    public void MoveTo(DateTimeOffset instant) => now = instant > now ? instant : now;
}
