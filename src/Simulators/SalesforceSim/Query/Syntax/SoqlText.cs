using System.Globalization;
using System.Text;

namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>Resolves the escapes of a quoted text (SOQL Reference, "Quoted String Escape Sequences").</summary>
internal static class SoqlText
{
    /// <summary>Stands for an escaped <c>%</c> in a LIKE pattern: a private-use character.</summary>
    public const char LiteralPercent = '\uE000';

    /// <summary>Stands for an escaped <c>_</c> in a LIKE pattern: a private-use character.</summary>
    public const char LiteralUnderscore = '\uE001';

    /// <param name="quoted">The token with its quotes.</param>
    /// <param name="like">Whether the text is a LIKE pattern, where <c>\_</c> and <c>\%</c> are escapes too.</param>
    public static string Decode(ReadOnlySpan<char> quoted, bool like)
    {
        var inner = quoted[1..^1];
        if (!inner.Contains('\\'))
        {
            return inner.ToString();
        }

        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] != '\\')
            {
                text.Append(inner[i]);
                continue;
            }

            i++;
            var escaped = i < inner.Length ? inner[i] : '\\';
            switch (escaped)
            {
                case '\'' or '"' or '\\' when i < inner.Length:
                    text.Append(escaped);
                    break;
                case 'n' or 'N':
                    text.Append('\n');
                    break;
                case 'r' or 'R':
                    text.Append('\r');
                    break;
                case 't' or 'T':
                    text.Append('\t');
                    break;
                case 'b' or 'B':
                    text.Append('\b');
                    break;
                case 'f' or 'F':
                    text.Append('\f');
                    break;
                case 'u' when i + 4 < inner.Length && ushort.TryParse(inner.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                    text.Append((char)unit);
                    i += 4;
                    break;
                case '%' when like:
                    text.Append(LiteralPercent);
                    break;
                case '_' when like:
                    text.Append(LiteralUnderscore);
                    break;
                default:
                    throw new SoqlException(SoqlCodes.MalformedQuery, $"Invalid string literal '{inner}'. Illegal character sequence '\\{escaped}' in string literal.");
            }
        }

        return text.ToString();
    }
}
