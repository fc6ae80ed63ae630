namespace SfMarketo.Harness.OrgData;

/// <summary>What happened in a made-up past: planned in any order, lived through in the order of time.</summary>
internal sealed class PastEvents(DateTimeOffset start)
{
    private readonly List<(DateTimeOffset At, int Order, Action Happen)> events = [];

    /// <param name="after">Time since the past began.</param>
    /// <param name="happen">Runs when the clock is there.</param>
    public void Add(TimeSpan after, Action happen) => events.Add((start + after, events.Count, happen));

    /// <summary>Lives through all of it, on the clock.</summary>
    public void Run(SeedClock clock)
    {
        events.Sort(static (one, other) => one.At != other.At ? one.At.CompareTo(other.At) : one.Order.CompareTo(other.Order));
        foreach (var (at, _, happen) in events)
        {
            clock.MoveTo(at);
            happen();
        }
    }
}
