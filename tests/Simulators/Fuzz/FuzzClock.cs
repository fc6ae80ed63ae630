namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>A clock that the fuzzer moves; nothing waits for it.</summary>
internal sealed class FuzzClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.Ticks;

    public void Advance(TimeSpan duration) => now += duration;
}
