using System.Globalization;
using System.Text;
using System.Text.Json;
using SfMarketo.Kernel.Storage;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Turns what a client or a human wrote into a field's own type. Empty text and null are both null (sw:lead.emptyString).</summary>
/// <remarks>Source: Marketo REST API, "Field types".</remarks>
internal sealed class FieldValueReader(StringPool pool, Func<MarketoSwitches> switches)
{
    private char[] characters = new char[512];

    /// <summary>Reads the value at the reader and leaves the reader on its last token.</summary>
    /// <returns>The value; a problem when it does not fit the field.</returns>
    public object? Read(ref Utf8JsonReader reader, PersonField field, out MarketoError? problem)
    {
        problem = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True or JsonTokenType.False when field.Type == PersonFieldType.Boolean:
                return Boxes.Of(reader.TokenType == JsonTokenType.True);
            case JsonTokenType.Number when field.IsNumber && reader.TryGetInt32(out var whole):
                return Boxes.Of(whole);
            case JsonTokenType.Number when field.IsDecimal && reader.TryGetDecimal(out var number):
                return number;
            case JsonTokenType.Number when field.Type <= PersonFieldType.Reference:
                return FromText(Encoding.UTF8.GetString(reader.ValueSpan), field, out problem);
            case JsonTokenType.String:
                return FromText(CopyText(ref reader), field, out problem);
            default:
                problem = MarketoErrors.InvalidValue(Describe(ref reader), field.TypeName);
                reader.Skip();
                return null;
        }
    }

    public object? FromText(ReadOnlySpan<char> text, PersonField field, out MarketoError? problem)
    {
        problem = null;
        if (text.IsEmpty)
        {
            var keeps = field.Type is <= PersonFieldType.Reference and not PersonFieldType.Email && switches().LeadEmptyString == EmptyText.Empty;
            return keeps ? "" : null;
        }

        object? value = field.Type switch
        {
            PersonFieldType.Integer or PersonFieldType.Score => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? Boxes.Of(whole) : null,
            PersonFieldType.Percent or PersonFieldType.Float or PersonFieldType.Currency =>
                decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            PersonFieldType.Boolean => text is "true" or "1" ? Boxes.True : text is "false" or "0" ? Boxes.False : null,
            PersonFieldType.Date => WireTime.TryParse(text, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            PersonFieldType.DateTime => WireTime.TryParse(text, out var instant) ? instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : null,
            _ => FitText(text, field, out problem),
        };

        if (value is null && problem is null)
        {
            problem = MarketoErrors.InvalidValue(text.ToString(), field.TypeName);
        }

        return value;
    }

    private string? FitText(ReadOnlySpan<char> text, PersonField field, out MarketoError? problem)
    {
        problem = null;
        if (field.Type == PersonFieldType.Email && !IsEmail(text) && switches().LeadBadEmail == BadEmail.Skip)
        {
            problem = MarketoErrors.InvalidData($"Invalid email address '{text}'");
            return null;
        }

        var length = field.Type == PersonFieldType.Text ? Encoding.UTF8.GetByteCount(text) : text.Length;
        if (length > field.Length)
        {
            if (switches().LeadOverlong == Overlong.Skip)
            {
                problem = MarketoErrors.InvalidData($"Value for field '{field.Name}' is longer than {field.Length}");
                return null;
            }

            text = Cut(text, field);
        }

        return field.Pooled ? pool.Get(text) : text.ToString();
    }

    /// <summary>The longest beginning that fits the field, in whole characters.</summary>
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, PersonField field)
    {
        var (kept, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            length += field.Type == PersonFieldType.Text ? rune.Utf8SequenceLength : rune.Utf16SequenceLength;
            if (length > field.Length)
            {
                break;
            }

            kept += rune.Utf16SequenceLength;
        }

        return text[..kept];
    }

    /// <summary>Marketo takes ASCII addresses only; beyond that one sign between two parts, as the vendor's own check is not documented.</summary>
    private static bool IsEmail(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at < text.Length - 1 && text[(at + 1)..].IndexOf('@') < 0 && Ascii.IsValid(text) && text.IndexOfAny(' ', '\t', '\n') < 0;
    }

    private ReadOnlySpan<char> CopyText(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > characters.Length)
        {
            characters = new char[reader.ValueSpan.Length];
        }

        try
        {
            return characters.AsSpan(0, reader.CopyString(characters));
        }
        catch (InvalidOperationException broken)
        {
            // Half a surrogate pair: valid JSON by its grammar, but no text.
            throw new JsonException("Invalid text.", broken);
        }
    }

    private static string Describe(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "{...}",
        JsonTokenType.StartArray => "[...]",
        _ => Encoding.UTF8.GetString(reader.ValueSpan),
    };
}
