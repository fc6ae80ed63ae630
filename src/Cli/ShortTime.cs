using System.Globalization;

namespace SfMarketo.Cli;

/// <summary>Times in three digits or so: 0.41s, 6.8s, 41s, 2m05s, 24h.</summary>
internal static class ShortTime
{
    public static string Of(TimeSpan time)
    {
        var culture = CultureInfo.InvariantCulture;
        return time.TotalSeconds switch
        {
            < 1 => string.Create(culture, $"{time.TotalSeconds:0.00}s"),
            < 10 => string.Create(culture, $"{time.TotalSeconds:0.0}s"),
            < 100 => string.Create(culture, $"{time.TotalSeconds:0}s"),
            < 3600 when time.Seconds == 0 => string.Create(culture, $"{(int)time.TotalMinutes}m"),
            < 3600 => string.Create(culture, $"{(int)time.TotalMinutes}m{time.Seconds:00}s"),
            _ when time.Minutes == 0 => string.Create(culture, $"{(int)time.TotalHours}h"),
            _ => string.Create(culture, $"{(int)time.TotalHours}h{time.Minutes:00}m"),
        };
    }
}
