namespace SfMarketo.Sync.Pacing;

/// <summary>Arithmetic on the stamps of a provider's monotonic clock.</summary>
internal static class MonotonicTime
{
    /// <summary>A span in stamps, rounded up: a slot is never free too early.</summary>
    public static long Stamps(this TimeProvider time, TimeSpan span) =>
        time.TimestampFrequency == TimeSpan.TicksPerSecond
            ? span.Ticks
            : (long)Math.Ceiling(span.Ticks * ((double)time.TimestampFrequency / TimeSpan.TicksPerSecond));

    /// <summary>A number of stamps as a span, rounded up to whole milliseconds, which is what timers can do.</summary>
    public static TimeSpan Until(this TimeProvider time, long stamps) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, stamps) * 1000d / time.TimestampFrequency));
}
