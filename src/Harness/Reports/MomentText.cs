using System.Globalization;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Reports;

/// <summary>Writes moments of a run for people.</summary>
public static class MomentText
{
    /// <summary>UTC, such as 2026-03-03T12:13:20.000000Z.</summary>
    public static string Instant(long micros) => Micros.ToInstant(micros).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Since the start of the run, such as t+2h13m20s.</summary>
    public static string Offset(TimeSpan since)
    {
        var negative = since < TimeSpan.Zero;
        var rest = since.Duration();
        var hours = (long)rest.TotalHours;
        var seconds = (rest - TimeSpan.FromMinutes(Math.Floor(rest.TotalMinutes))).TotalSeconds;
        var text = string.Create(CultureInfo.InvariantCulture, $"{(hours > 0 ? $"{hours}h" : "")}{(hours > 0 || rest.Minutes > 0 ? $"{rest.Minutes}m" : "")}{seconds:0.######}s");
        return (negative ? "t-" : "t+") + text;
    }

    /// <summary>Both: 2026-03-03T12:13:20.000000Z (t+13m20s).</summary>
    public static string Both(long micros, long start) => $"{Instant(micros)} ({Offset(TimeSpan.FromMicroseconds(micros - start))})";
}
