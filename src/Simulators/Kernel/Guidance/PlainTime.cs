using System.Globalization;

namespace SfMarketo.Kernel.Guidance;

/// <summary>Durations as people say them, rounded up: who waits so long has waited long enough.</summary>
public static class PlainTime
{
    private const long Millisecond = 1_000;
    private const long Second = 1_000_000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;

    /// <summary><c>350 ms</c>, <c>3.2 s</c>, <c>4 min 5 s</c>, <c>17 h 59 min</c>.</summary>
    public static string Of(long micros)
    {
        var culture = CultureInfo.InvariantCulture;
        return micros switch
        {
            <= 999 * Millisecond => string.Create(culture, $"{Up(micros, Millisecond)} ms"),
            <= 59 * Second + 900 * Millisecond => string.Create(culture, $"{Up(micros, 100 * Millisecond) / 10m:0.#} s"),
            <= 59 * Minute + 59 * Second => string.Create(culture, $"{Up(micros, Second) / 60} min {Up(micros, Second) % 60} s"),
            _ => string.Create(culture, $"{Up(micros, Minute) / 60} h {Up(micros, Minute) % 60} min"),
        };
    }

    private static long Up(long micros, long unit) => (micros + unit - 1) / unit;
}
