using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SfMarketo.Sync;

/// <summary>What a <see cref="FieldValue"/> holds.</summary>
public enum FieldKind : byte
{
    Null,
    Text,
    Number,
    Boolean,
}

/// <summary>
/// One value of one field, as JSON carries it: null, text, a number or a boolean. Dates, ids and picklists are text.
/// The default value is null, which is an instruction to clear the field; a field that is not there at all is absent from its <see cref="FieldBag"/>.
/// </summary>
/// <remarks>Numbers are equal by value (15000.0 equals 15000) but keep the digits they were read with when written again.</remarks>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    private readonly string? _text;
    private readonly decimal _number;

    private FieldValue(FieldKind kind, string? text, decimal number)
    {
        Kind = kind;
        _text = text;
        _number = number;
    }

    public static FieldValue Null => default;

    public FieldKind Kind { get; }

    public bool IsNull => Kind == FieldKind.Null;

    public static FieldValue Of(string? text) => text is null ? default : new(FieldKind.Text, text, 0);

    public static FieldValue Of(decimal number) => new(FieldKind.Number, null, number);

    public static FieldValue Of(bool value) => new(FieldKind.Boolean, null, value ? 1 : 0);

    public static implicit operator FieldValue(string? text) => Of(text);

    public static implicit operator FieldValue(decimal number) => Of(number);

    public static implicit operator FieldValue(int number) => Of((decimal)number);

    public static implicit operator FieldValue(bool value) => Of(value);

    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);

    /// <summary>The text of a string; null for every other kind.</summary>
    public string? AsText() => _text;

    /// <summary>The number; null for every other kind, numeric text included.</summary>
    public decimal? AsNumber() => Kind == FieldKind.Number ? _number : null;

    /// <summary>The boolean; null for every other kind.</summary>
    public bool? AsBoolean() => Kind == FieldKind.Boolean ? _number != 0 : null;

    /// <summary>Reads the value the reader stands on. Objects and arrays are kept as their JSON text, as are numbers beyond <see cref="decimal"/>.</summary>
    /// <exception cref="JsonException">The text ends inside the value.</exception>
    public static FieldValue Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.String:
                return Of(reader.GetString());
            case JsonTokenType.True:
                return Of(true);
            case JsonTokenType.False:
                return Of(false);
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return Of(number);
            case JsonTokenType.Number:
                return Of(Encoding.UTF8.GetString(reader.ValueSpan));
            default:
                using (var raw = JsonDocument.ParseValue(ref reader))
                {
                    return Of(raw.RootElement.GetRawText());
                }
        }
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case FieldKind.Text:
                writer.WriteStringValue(_text);
                break;
            case FieldKind.Number:
                writer.WriteNumberValue(_number);
                break;
            case FieldKind.Boolean:
                writer.WriteBooleanValue(_number != 0);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    public bool Equals(FieldValue other) => Kind == other.Kind && _number == other._number && string.Equals(_text, other._text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _number, _text);

    /// <summary>The value as plain text: empty for null, <c>true</c>/<c>false</c>, invariant digits.</summary>
    public override string ToString() => Kind switch
    {
        FieldKind.Text => _text!,
        FieldKind.Number => _number.ToString(CultureInfo.InvariantCulture),
        FieldKind.Boolean => _number != 0 ? "true" : "false",
        _ => "",
    };
}
