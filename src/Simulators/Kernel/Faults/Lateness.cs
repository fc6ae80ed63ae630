using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>How long what one write commits stays unseen by queries and feeds.</summary>
public sealed class Lateness(DrawnDuration delay, Draws draws)
{
    /// <summary>The next delay, microseconds. Under the gate.</summary>
    public long NextMicros() => (long)delay.Next(draws).TotalMicroseconds;
}
