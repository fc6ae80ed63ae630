using System.Diagnostics.CodeAnalysis;

namespace SfMarketo.Sync;

/// <summary>
/// The id of a Salesforce row. Read from 15 or 18 characters, always kept, compared and written as 18. The default value is no id: it writes as an empty text.
/// </summary>
/// <remarks>
/// The last three characters are a checksum of the case of the first fifteen, so that stores that ignore case can keep ids apart.
/// Source: REST API Developer Guide, "ID field type". An 18-character text whose checksum does not fit is refused.
/// </remarks>
public readonly record struct SalesforceId : IComparable<SalesforceId>
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private readonly string? _value;

    private SalesforceId(string value) => _value = value;

    public bool IsEmpty => _value is null;

    /// <summary>The first three characters, which name the object: 001 Account, 003 Contact, 00Q Lead.</summary>
    public ReadOnlySpan<char> KeyPrefix => _value is null ? default : _value.AsSpan(0, 3);

    /// <exception cref="FormatException">Not 15 letters and digits, with or without their checksum.</exception>
    public static SalesforceId Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a Salesforce id: 15 or 18 letters and digits with a fitting checksum are expected.");

    public static bool TryParse([NotNullWhen(true)] string? text, out SalesforceId id) => TryParse(text.AsSpan(), out id);

    public static bool TryParse(ReadOnlySpan<char> text, out SalesforceId id)
    {
        id = default;
        if (text.Length is not (15 or 18))
        {
            return false;
        }

        Span<char> full = stackalloc char[18];
        text[..15].CopyTo(full);
        for (var block = 0; block < 3; block++)
        {
            var bits = 0;
            for (var i = 0; i < 5; i++)
            {
                var c = full[(block * 5) + i];
                if (!char.IsAsciiLetterOrDigit(c))
                {
                    return false;
                }

                bits |= char.IsAsciiLetterUpper(c) ? 1 << i : 0;
            }

            full[15 + block] = Alphabet[bits];
        }

        if (text.Length == 18 && !text[15..].Equals(full[15..], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        id = new SalesforceId(new string(full));
        return true;
    }

    public int CompareTo(SalesforceId other) => string.CompareOrdinal(_value, other._value);

    public static bool operator <(SalesforceId left, SalesforceId right) => left.CompareTo(right) < 0;

    public static bool operator <=(SalesforceId left, SalesforceId right) => left.CompareTo(right) <= 0;

    public static bool operator >(SalesforceId left, SalesforceId right) => left.CompareTo(right) > 0;

    public static bool operator >=(SalesforceId left, SalesforceId right) => left.CompareTo(right) >= 0;

    public override string ToString() => _value ?? "";
}
