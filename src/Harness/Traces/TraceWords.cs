using System.Globalization;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Traces;

/// <summary>Values, spans and instants as a trace shows them.</summary>
public static class TraceWords
{
    /// <summary>A value as text; null for blank.</summary>
    public static string? Value(object? value) => value switch
    {
        null => null,
        true => "true",
        false => "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text.ReplaceLineEndings(" ") : null,
    };

    /// <summary>0.41 s, 6.4 s, 41 s, 2 m 05 s, 3 h 10 m.</summary>
    public static string Span(long micros)
    {
        var culture = CultureInfo.InvariantCulture;
        var seconds = micros / (double)Micros.PerSecond;
        var whole = (long)Math.Round(seconds);
        return seconds switch
        {
            < 1 => string.Create(culture, $"{seconds:0.00} s"),
            < 10 => string.Create(culture, $"{seconds:0.0} s"),
            < 100 => string.Create(culture, $"{whole} s"),
            < 3600 => string.Create(culture, $"{whole / 60} m {whole % 60:00} s"),
            _ => string.Create(culture, $"{whole / 3600} h {whole % 3600 / 60:00} m"),
        };
    }

    /// <summary>Month, day and time of day to the millisecond, UTC.</summary>
    public static string Instant(long micros) => Micros.ToInstant(micros).ToString("MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>The time since the start, as scenarios write it: t+1h05m07s.</summary>
    public static string Offset(long micros, long start)
    {
        var span = TimeSpan.FromMicroseconds(Math.Max(0, micros - start));
        var culture = CultureInfo.InvariantCulture;
        return span.TotalHours >= 1 ? string.Create(culture, $"t+{(int)span.TotalHours}h{span.Minutes:00}m{span.Seconds:00}s")
            : string.Create(culture, $"t+{span.Minutes}m{span.Seconds:00}s");
    }
}
