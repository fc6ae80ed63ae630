using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>The wire forms of values (salesforce-data.md section 2.2).</summary>
internal static class FieldValues
{
    /// <summary>Writes a value without its name.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="field">Whose form it has.</param>
    /// <param name="value">Null for none.</param>
    /// <param name="plainDoubles">Large and small numbers have no exponent (<c>json.doubles = plain</c>).</param>
    public static void WriteJson(Utf8JsonWriter json, SField field, object? value, bool plainDoubles = false)
    {
        switch (value)
        {
            case null when field.Type == SFieldType.Boolean: json.WriteBooleanValue(false); break;
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case double number: WriteDouble(json, number, plainDoubles); break;
            case long micros: WriteDateTime(json, micros); break;
            case DateOnly date: WriteDate(json, date); break;
            case AddressValue address: WriteAddress(json, address); break;
            default: throw new ArgumentException($"{field.Name} cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    /// <summary>Writes name and value of a row's field.</summary>
    public static void WriteJson(Utf8JsonWriter json, SField field, SRow row, bool plainDoubles = false)
    {
        json.WritePropertyName(field.Json);
        WriteJson(json, field, row[field], plainDoubles);
    }

    /// <summary>The value as commits hold it: the JSON value's CLR form, dates as the API's text.</summary>
    public static object? ToRecord(object? value) => value switch
    {
        long micros => FormatDateTime(micros),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    };

    /// <summary><c>2026-01-02T03:04:05.000+0000</c>.</summary>
    public static string FormatDateTime(long micros) => string.Create(28, micros, static (span, value) => Format(span, value));

    /// <summary>Doubles as Java's <c>Double.toString</c> writes them: always a decimal point, from ten million on with an exponent (<c>json.doubles = java</c>).</summary>
    public static string FormatDouble(double number)
    {
        if (number == 0)
        {
            return "0.0";
        }

        if (!double.IsFinite(number))
        {
            return number > 0 ? "Infinity" : "-Infinity";
        }

        var magnitude = Math.Abs(number);
        var text = number.ToString("E16", CultureInfo.InvariantCulture);
        if (magnitude is >= 1e-3 and < 1e7)
        {
            text = number.ToString("R", CultureInfo.InvariantCulture);
            return text.Contains('.') ? text : text + ".0";
        }

        // The shortest digits that give the number back, as R gives them, moved behind the first digit.
        var digits = decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? Math.Abs(exact).ToString(CultureInfo.InvariantCulture).Replace(".", "").Trim('0')
            : "";
        var exponent = int.Parse(text[(text.IndexOf('E') + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (digits.Length == 0)
        {
            return number.ToString("0.0###############E0", CultureInfo.InvariantCulture);
        }

        return $"{(number < 0 ? "-" : "")}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}";
    }

    private static void WriteDouble(Utf8JsonWriter json, double number, bool plain = false)
    {
        Span<byte> span = stackalloc byte[32];
        if (number == Math.Truncate(number) && Math.Abs(number) < 1e7 && Utf8TryFormat((long)number, span, out var written))
        {
            ".0"u8.CopyTo(span[written..]);
            json.WriteRawValue(span[..(written + 2)], skipInputValidation: true);
            return;
        }

        json.WriteRawValue(plain && Math.Abs(number) < (double)decimal.MaxValue ? FormatPlain((decimal)number) : FormatDouble(number), skipInputValidation: true);
    }

    private static string FormatPlain(decimal number) => number.ToString("0.0###########################", CultureInfo.InvariantCulture);

    private static bool Utf8TryFormat(long number, Span<byte> span, out int written) => number.TryFormat(span, out written, default, CultureInfo.InvariantCulture);

    private static void WriteDateTime(Utf8JsonWriter json, long micros)
    {
        Span<char> span = stackalloc char[28];
        Format(span, micros);
        json.WriteStringValue(span);
    }

    private static void Format(Span<char> span, long micros)
    {
        // Digit by digit: a row has several of them, and a format string costs more than the rest of the row.
        var instant = Micros.ToInstant(micros).UtcDateTime;
        instant.Deconstruct(out int year, out int month, out int day);
        "0000-00-00T00:00:00.000+0000".CopyTo(span);
        Put(span[..4], year);
        Put(span[5..7], month);
        Put(span[8..10], day);
        Put(span[11..13], instant.Hour);
        Put(span[14..16], instant.Minute);
        Put(span[17..19], instant.Second);
        Put(span[20..23], instant.Millisecond);
    }

    private static void Put(Span<char> digits, int number)
    {
        for (var place = digits.Length - 1; place >= 0; place--)
        {
            digits[place] = (char)('0' + number % 10);
            number /= 10;
        }
    }

    private static void WriteDate(Utf8JsonWriter json, DateOnly date)
    {
        Span<char> span = stackalloc char[10];
        date.TryFormat(span, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteStringValue(span);
    }

    private static void WriteAddress(Utf8JsonWriter json, AddressValue address)
    {
        json.WriteStartObject();
        json.WriteString("city"u8, address.City);
        json.WriteString("country"u8, address.Country);
        if (address.HasCodes)
        {
            json.WriteString("countryCode"u8, address.CountryCode);
        }

        json.WriteString("geocodeAccuracy"u8, address.GeocodeAccuracy);
        WriteCoordinate(json, "latitude"u8, address.Latitude);
        WriteCoordinate(json, "longitude"u8, address.Longitude);
        json.WriteString("postalCode"u8, address.PostalCode);
        json.WriteString("state"u8, address.State);
        if (address.HasCodes)
        {
            json.WriteString("stateCode"u8, address.StateCode);
        }

        json.WriteString("street"u8, address.Street);
        json.WriteEndObject();
    }

    private static void WriteCoordinate(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        json.WritePropertyName(name);
        if (value is { } number)
        {
            WriteDouble(json, number);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
