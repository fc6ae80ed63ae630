using System.Globalization;
using System.Xml;

namespace SfMarketo.Kernel.Faults;

/// <summary>Durations in the control API: a number with its unit (<c>250ms</c>, <c>30s</c>, <c>5m</c>, <c>24h</c>, <c>2d</c>) or ISO 8601 (<c>PT1H30M</c>).</summary>
public static class DurationWords
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1))];

    /// <summary>Zero and more; false for anything else.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        if (text.StartsWith('P'))
        {
            return TryParseIso(text, out duration);
        }

        foreach (var (unit, length) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number * length.TotalDays < 10_000)
            {
                duration = length * number;
                return true;
            }
        }

        duration = default;
        return false;
    }

    /// <summary>In the unit that keeps it whole: <c>1500ms</c>, <c>2m</c>.</summary>
    public static string Write(TimeSpan duration)
    {
        for (var place = Units.Length - 1; place > 0; place--)
        {
            if (duration.Ticks % Units[place].Length.Ticks == 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / Units[place].Length.Ticks}{Units[place].Unit}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.###}ms");
    }

    private static bool TryParseIso(string text, out TimeSpan duration)
    {
        try
        {
            duration = XmlConvert.ToTimeSpan(text);
            return duration.TotalDays < 10_000;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            duration = default;
            return false;
        }
    }
}
