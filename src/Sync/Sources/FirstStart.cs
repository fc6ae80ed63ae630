using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>Where a Marketo stream begins that was never read: not at its first poll, because records were read and linked before it, and what people changed since would be lost.</summary>
internal static class FirstStart
{
    /// <summary>A stream that is new to an old state begins no earlier: a year's log costs more than a day's calls.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(1);

    /// <returns>When the state file was first used, or a day ago.</returns>
    public static async Task<DateTimeOffset> OfAsync(StateStore store, TimeProvider time)
    {
        var now = time.NowMicros();
        var first = await store.CommitAsync(state => state.Engagement.GoLive(now));
        return Micros.ToInstant(Math.Max(first, now - Micros.Of(Furthest)));
    }
}
