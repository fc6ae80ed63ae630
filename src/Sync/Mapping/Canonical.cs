using System.Globalization;
using System.Text;

namespace SfMarketo.Sync.Mapping;

/// <summary>Values in the one form in which both systems' values are compared, and the keyed hash of that form.</summary>
/// <remarks>Pure. Text is trimmed; blank is null; e-mail ignores case; numbers have no trailing zeros; ids are 18 characters.</remarks>
internal sealed class Canonical(ulong key0, ulong key1)
{
    /// <summary>The hash of "no value". Never zero, which stands for "not known" in a shadow.</summary>
    public const ulong Blank = 1;

    /// <summary>Canonical text, or null for a blank value.</summary>
    public static string? Text(FieldType type, FieldValue value)
    {
        if (type == FieldType.Boolean)
        {
            return value.AsBoolean() == true || value.AsNumber() == 1 || value.AsText()?.Trim().ToLowerInvariant() is "true" or "1" ? "true" : "false";
        }

        if (value.IsNull)
        {
            return null;
        }

        var text = value.ToString().Trim();
        if (text.Length == 0)
        {
            return null;
        }

        return type switch
        {
            FieldType.Email => text.ToLowerInvariant(),
            FieldType.Number => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
                : text,
            FieldType.Id => SalesforceId.TryParse(text, out var id) ? id.ToString() : text,
            _ => text,
        };
    }

    /// <summary>The hash of a value's canonical form; equal on both sides when the values mean the same.</summary>
    public ulong Hash(FieldType type, FieldValue value)
    {
        var text = Text(type, value);
        if (text is null)
        {
            return Blank;
        }

        Span<byte> buffer = stackalloc byte[512];
        var bytes = text.Length * 3 <= buffer.Length ? buffer[..Encoding.UTF8.GetBytes(text, buffer)] : Encoding.UTF8.GetBytes(text);
        var hash = SipHash.Compute(bytes, key0, key1);
        return hash <= Blank ? hash + 2 : hash;
    }

    /// <summary>The value as it is sent to the other side: trimmed, blank as null, numbers as numbers.</summary>
    public static FieldValue Send(FieldType type, FieldValue value)
    {
        if (type is FieldType.Boolean)
        {
            return Text(type, value) == "true";
        }

        if (type is FieldType.Email)
        {
            var text = value.ToString().Trim();
            return text.Length == 0 ? FieldValue.Null : text;
        }

        var canonical = Text(type, value);
        return type is FieldType.Number && canonical is not null && decimal.TryParse(canonical, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : canonical;
    }
}
