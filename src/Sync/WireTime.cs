using System.Globalization;

namespace SfMarketo.Sync;

/// <summary>The date-times of both APIs.</summary>
/// <remarks>
/// Marketo has been seen to write <c>2016-05-17T22:11:45Z</c>, <c>...-08:00</c>, <c>...+0000</c>, <c>...Z+0000</c> (asset API) and <c>2014-11-13 12:43:04</c> (taken as UTC);
/// Salesforce writes <c>2026-01-02T03:04:05.000+0000</c>. Plain dates are read as midnight UTC.
/// </remarks>
public static class WireTime
{
    private const int DateLength = 10;
    private const int SecondsLength = 19;

    /// <exception cref="FormatException">None of the known forms.</exception>
    public static DateTimeOffset Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var instant) ? instant : throw new FormatException("Not a date-time in any form the two APIs are known to write.");

    /// <summary>Reads any of the known forms; the result is in UTC.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < DateLength || text[4] != '-' || text[7] != '-'
            || !Digits(text, 0, 4, out var year) || !Digits(text, 5, 2, out var month) || !Digits(text, 8, 2, out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        if (text.Length == DateLength)
        {
            instant = new(date);
            return true;
        }

        if (text.Length < SecondsLength || text[10] is not ('T' or ' ') || text[13] != ':' || text[16] != ':'
            || !Digits(text, 11, 2, out var hour) || !Digits(text, 14, 2, out var minute) || !Digits(text, 17, 2, out var second)
            || hour > 23 || minute > 59 || second > 59
            || !Fraction(text[SecondsLength..], out var ticks, out var zone) || !Zone(zone, out var offset))
        {
            return false;
        }

        instant = new(date.AddTicks(((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond).AddTicks(ticks) - offset);
        return true;
    }

    /// <summary>Whole seconds in UTC with <c>Z</c>: what Marketo takes everywhere and SOQL takes as a literal.</summary>
    public static string Seconds(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Milliseconds in UTC with <c>+0000</c>: what Salesforce writes.</summary>
    public static string Milliseconds(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    private static bool Fraction(ReadOnlySpan<char> rest, out long ticks, out ReadOnlySpan<char> zone)
    {
        ticks = 0;
        zone = rest;
        if (rest.IsEmpty || rest[0] != '.')
        {
            return true;
        }

        var (place, at) = (TimeSpan.TicksPerSecond, 1);
        for (; at < rest.Length && char.IsAsciiDigit(rest[at]); at++)
        {
            place /= 10;
            ticks += (rest[at] - '0') * place;
        }

        zone = rest[at..];
        return at > 1;
    }

    private static bool Zone(ReadOnlySpan<char> zone, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (zone is "" or "Z" or "Z+0000")
        {
            return true;
        }

        if (zone.Length is not (5 or 6) || zone[0] is not ('+' or '-') || (zone.Length == 6 && zone[3] != ':')
            || !Digits(zone, 1, 2, out var hours) || !Digits(zone, zone.Length - 2, 2, out var minutes))
        {
            return false;
        }

        offset = TimeSpan.FromMinutes((zone[0] == '-' ? -1 : 1) * ((hours * 60) + minutes));
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, int start, int count, out int value)
    {
        value = 0;
        for (var i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }

            value = (value * 10) + text[i] - '0';
        }

        return true;
    }
}
