namespace SfMarketo.Kernel.Recording;

/// <summary>Instants in the records: whole microseconds since 1970-01-01 UTC.</summary>
public static class Micros
{
    public const long PerSecond = 1_000_000;

    private static readonly long EpochTicks = DateTimeOffset.UnixEpoch.UtcTicks;

    public static long From(DateTimeOffset instant) => (instant.UtcTicks - EpochTicks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToInstant(long micros) => new(EpochTicks + micros * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
