using System.Buffers;
using System.Globalization;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Durations as scenarios write them: numbers and their units, the longest first, such as 250ms, 1.2s, 5m, 1h5m, 2d.</summary>
internal static class DurationText
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)),
        ("min", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1)), ("day", TimeSpan.FromDays(1)),
    ];

    /// <summary>No scenario lives longer: years of virtual time would overflow what records can hold.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789._");

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var last = TimeSpan.MaxValue;
        for (var rest = text; ;)
        {
            var digits = rest.AsSpan().IndexOfAnyExcept(Digits);
            var next = digits <= 0 ? -1 : rest.AsSpan(digits).IndexOfAny(Digits);
            var word = digits <= 0 ? "" : next < 0 ? rest[digits..] : rest[digits..(digits + next)];
            if (!TryUnit(word, out var unit) || unit >= last || !TryNumber(rest[..digits], out var number) || number > (Longest - duration) / unit)
            {
                duration = default;
                return false;
            }

            duration += unit * number;
            last = unit;
            if (next < 0)
            {
                return true;
            }

            rest = rest[(digits + next)..];
        }
    }

    /// <summary>The length of a unit's word: s, min, h, day.</summary>
    public static bool TryUnit(string word, out TimeSpan length)
    {
        foreach (var (unit, known) in Units)
        {
            if (unit == word)
            {
                length = known;
                return true;
            }
        }

        length = default;
        return false;
    }

    /// <summary>A number without sign or exponent; underscores may group its digits.</summary>
    public static bool TryNumber(string text, out double number) =>
        double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>The shortest exact form: 90m, 1h, 250ms.</summary>
    public static string Write(TimeSpan duration)
    {
        foreach (var (unit, length) in (ReadOnlySpan<(string, TimeSpan)>)[("d", TimeSpan.FromDays(1)), ("h", TimeSpan.FromHours(1)), ("m", TimeSpan.FromMinutes(1)), ("s", TimeSpan.FromSeconds(1))])
        {
            if (duration >= length && duration.Ticks % length.Ticks == 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / length.Ticks}{unit}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.###}ms");
    }
}
