using System.Buffers;
using System.Globalization;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Turns what was sent for a field into its stored form, with the checks of type, length and range.</summary>
internal static class ValueReader
{
    private static readonly SearchValues<char> NotInEmail = SearchValues.Create(" \t\r\n,;<>()[]\"");

    private static readonly string[] DateTimeForms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>Stores a text for a text or id field: trimmed, empty is null.</summary>
    public static void AddText(RowInput input, SField field, string text, bool picklistsUnrestricted)
    {
        text = text.Trim();
        if (text.Length == 0)
        {
            input.Add(field, null);
        }
        else if (field.IsId)
        {
            AddId(input, field, text);
        }
        else if (text.Length > field.Length)
        {
            input.Fail(InputFault.Value, RowErrors.TooLong(field, text));
        }
        else if (field.Type == SFieldType.Email && !IsEmail(text))
        {
            input.Fail(InputFault.Value, RowErrors.BadEmail(field, text));
        }
        else if (field.Picklist.Count > 0)
        {
            AddPicklist(input, field, text, picklistsUnrestricted);
        }
        else
        {
            input.Add(field, text);
        }
    }

    public static void AddNumber(RowInput input, SField field, double number)
    {
        if (field.Type == SFieldType.Int)
        {
            if (number != Math.Truncate(number) || Math.Abs(number) >= Math.Min(Math.Pow(10, field.Digits), int.MaxValue))
            {
                input.Fail(InputFault.Value, RowErrors.OutOfRange(field, FieldValues.FormatDouble(number)));
                return;
            }

            input.Add(field, Boxes.Of((int)number));
            return;
        }

        if (!double.IsFinite(number) || Math.Abs(number) >= Math.Pow(10, field.Precision - field.Scale))
        {
            input.Fail(InputFault.Value, RowErrors.OutOfRange(field, FieldValues.FormatDouble(number)));
            return;
        }

        var rounded = field.Scale <= 15 ? Math.Round(number, field.Scale, MidpointRounding.AwayFromZero) : number;
        input.Add(field, Boxes.Of(rounded));
    }

    /// <summary>Stores a text for a field of any type, as an administrator writes it.</summary>
    public static void AddAny(RowInput input, SField field, string text)
    {
        switch (field.Type)
        {
            case SFieldType.Boolean when bool.TryParse(text, out var flag):
                input.Add(field, Boxes.Of(flag));
                break;
            case SFieldType.Date when TryDate(text, out var date):
                input.Add(field, date);
                break;
            case SFieldType.DateTime when TryDateTime(text, out var micros):
                input.Add(field, micros);
                break;
            case SFieldType.Int or SFieldType.Double or SFieldType.Currency or SFieldType.Percent when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                AddNumber(input, field, number);
                break;
            default:
                if (field.IsText || field.IsId)
                {
                    AddText(input, field, text, picklistsUnrestricted: true);
                }
                else
                {
                    input.Fail(InputFault.Value, RowErrors.BadType(field, text));
                }

                break;
        }
    }

    public static bool TryDate(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>ISO 8601 with a zone (<c>Z</c>, <c>+00:00</c>, <c>+0000</c>), fraction optional; the fraction is cut off.</summary>
    public static bool TryDateTime(ReadOnlySpan<char> text, out long micros)
    {
        micros = 0;
        if (text.Length > 20 && text[^5] is '+' or '-')
        {
            // .NET wants a colon in the offset.
            return TryDateTime(string.Concat(text[..^2], ":", text[^2..]), out micros);
        }

        var zoned = text.Length > 6 && (text[^1] == 'Z' || text[^3] == ':' && text[^6] is '+' or '-');
        if (!zoned || !DateTimeOffset.TryParseExact(text, DateTimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return false;
        }

        micros = Micros.From(instant);
        micros -= micros % Micros.PerSecond;
        return true;
    }

    private static void AddId(RowInput input, SField field, string text)
    {
        if (SalesforceId.TryParse(text, out var id))
        {
            input.Add(field, id.ToString());
        }
        else
        {
            input.Fail(InputFault.Value, RowErrors.MalformedReference(field, text));
        }
    }

    private static void AddPicklist(RowInput input, SField field, string text, bool unrestricted)
    {
        if (field.Type == SFieldType.MultiPicklist)
        {
            AddMultiPicklist(input, field, text, unrestricted);
            return;
        }

        foreach (var known in field.Picklist)
        {
            if (string.Equals(known.Value, text, StringComparison.OrdinalIgnoreCase))
            {
                // The schema's own instance: rows share it.
                input.Add(field, known.Value);
                return;
            }
        }

        if ((unrestricted && !field.RestrictedPicklist) || field.Type == SFieldType.Combobox)
        {
            input.Add(field, text);
        }
        else
        {
            input.Fail(InputFault.Value, RowErrors.BadPicklist(field, text));
        }
    }

    // Each once, in the order of the list; those that are not in it come last.
    private static void AddMultiPicklist(RowInput input, SField field, string text, bool unrestricted)
    {
        var sent = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = field.Picklist.Where(value => sent.Contains(value.Value, StringComparer.OrdinalIgnoreCase)).Select(value => value.Value).ToList();
        var others = sent.Where(value => !known.Contains(value, StringComparer.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (others.Count > 0 && (field.RestrictedPicklist || !unrestricted))
        {
            input.Fail(InputFault.Value, RowErrors.BadPicklist(field, others[0]));
            return;
        }

        input.Add(field, string.Join(';', known.Concat(others)));
    }

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        if (at <= 0 || at != text.LastIndexOf('@') || text.AsSpan().ContainsAny(NotInEmail))
        {
            return false;
        }

        var domain = text.AsSpan(at + 1);
        var dot = domain.LastIndexOf('.');
        return dot > 0 && dot < domain.Length - 1 && domain[0] != '.' && !domain.Contains("..", StringComparison.Ordinal) && text[0] != '.' && text[at - 1] != '.';
    }
}
