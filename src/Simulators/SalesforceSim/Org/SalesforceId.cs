namespace SfMarketo.SalesforceSim.Org;

/// <summary>A record id taken apart: key prefix, node and serial, so that equal ids compare equal in their 15- and 18-character forms.</summary>
/// <remarks>Source: salesforce-rest.md section 3. A wrong checksum is refused and case is not repaired (<c>ids.repairCase</c> off).</remarks>
internal readonly record struct SalesforceId(int Prefix, int Node, long Serial)
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Checksum = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /// <summary>Reads 15 or 18 characters; false for anything that is not a well-formed id.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SalesforceId id)
    {
        id = default;
        if (text.Length is not (15 or 18))
        {
            return false;
        }

        long serial = 0;
        var (prefix, node) = (0, 0);
        for (var i = 0; i < 15; i++)
        {
            var digit = Digit(text[i]);
            if (digit < 0)
            {
                return false;
            }

            if (i < 3)
            {
                prefix = prefix * 62 + digit;
            }
            else if (i < 6)
            {
                node = node * 62 + digit;
            }
            else
            {
                serial = serial * 62 + digit;
            }
        }

        if (text.Length == 18)
        {
            for (var block = 0; block < 3; block++)
            {
                if (text[15 + block] != ChecksumOf(text.Slice(block * 5, 5)))
                {
                    return false;
                }
            }
        }

        id = new SalesforceId(prefix, node, serial);
        return true;
    }

    public static int PackPrefix(string prefix) => (Digit(prefix[0]) * 62 + Digit(prefix[1])) * 62 + Digit(prefix[2]);

    /// <summary>The 18-character form that the API answers with.</summary>
    public override string ToString() => string.Create(18, this, static (span, id) =>
    {
        Write(span[..3], id.Prefix);
        Write(span[3..6], id.Node);
        Write(span[6..15], id.Serial);
        for (var block = 0; block < 3; block++)
        {
            span[15 + block] = ChecksumOf(span.Slice(block * 5, 5));
        }
    });

    private static void Write(Span<char> span, long value)
    {
        for (var i = span.Length - 1; i >= 0; i--)
        {
            span[i] = Base62[(int)(value % 62)];
            value /= 62;
        }
    }

    private static char ChecksumOf(ReadOnlySpan<char> block)
    {
        var bits = 0;
        for (var i = 0; i < block.Length; i++)
        {
            if (char.IsAsciiLetterUpper(block[i]))
            {
                bits |= 1 << i;
            }
        }

        return Checksum[bits];
    }

    private static int Digit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'Z' => character - 'A' + 10,
        >= 'a' and <= 'z' => character - 'a' + 36,
        _ => -1,
    };
}
