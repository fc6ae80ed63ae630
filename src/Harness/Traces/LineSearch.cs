using System.Text;
using SfMarketo.Harness.Records;

namespace SfMarketo.Harness.Traces;

/// <summary>Tells whether a line may speak of one of some ids or addresses, before it is parsed: a file of millions of lines is mostly passed over.</summary>
internal static class LineSearch
{
    /// <param name="texts">Ids, found as they are.</param>
    /// <param name="emails">Addresses, found in any case, as they are or escaped as in a query.</param>
    public static LineTest For(IEnumerable<string> texts, IEnumerable<string> emails)
    {
        var exact = texts.Distinct().Select(Encoding.UTF8.GetBytes).ToArray();
        var addresses = emails.SelectMany(email => new[] { email, Uri.EscapeDataString(email) }).Distinct().Select(Encoding.UTF8.GetBytes).ToArray();
        return line =>
        {
            foreach (var text in exact)
            {
                if (line.IndexOf(text) >= 0)
                {
                    return true;
                }
            }

            foreach (var address in addresses)
            {
                if (HasIgnoringCase(line, address))
                {
                    return true;
                }
            }

            return false;
        };
    }

    /// <summary>Anchored at the at sign, or at the percent sign it is escaped to, which are rare.</summary>
    private static bool HasIgnoringCase(ReadOnlySpan<byte> line, ReadOnlySpan<byte> address)
    {
        var anchor = address.IndexOfAny((byte)'@', (byte)'%');
        for (var from = 0; line[from..].IndexOf(address[anchor]) is >= 0 and var found; from += found + 1)
        {
            var start = from + found - anchor;
            if (start >= 0 && start + address.Length <= line.Length && Ascii.EqualsIgnoreCase(line.Slice(start, address.Length), address))
            {
                return true;
            }
        }

        return false;
    }
}
