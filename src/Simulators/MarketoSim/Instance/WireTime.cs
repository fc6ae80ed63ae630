using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Datetimes of the lead database: whole seconds, UTC, <c>2016-05-17T22:11:45Z</c>.</summary>
internal static class WireTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int Length = 20;

    private static readonly string[] Accepted =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss'Z'zzz", "yyyy-MM-dd",
    ];

    public static string Format(long micros) => Micros.ToInstant(micros).UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, long micros)
    {
        Span<byte> text = stackalloc byte[Length];
        Micros.ToInstant(micros).UtcDateTime.TryFormat(text, out _, Form, CultureInfo.InvariantCulture);
        json.WriteString(name, text);
    }

    /// <summary>Reads what the vendor's samples show, with or without an offset; without one the time is UTC.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Accepted, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
}
