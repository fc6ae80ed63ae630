namespace SfMarketo.SalesforceSim.Org.Duplicates;

/// <summary>How near two texts are. The vendor mixes Jaro-Winkler, edit distance, initials and lists of names; here it is Jaro-Winkler over plain letters, from 0.88 on, or an initial of the other.</summary>
internal static class Likeness
{
    // Chosen so that Jon and John, Smith and Smyth are near and Ann and Bob are not.
    private const double Near = 0.88;

    private static readonly string[] Forms = ["inc", "incorporated", "corp", "corporation", "co", "company", "llc", "ltd", "limited", "gmbh", "ag", "plc", "the"];

    public static bool IsNear(string left, string right)
    {
        var (a, b) = (Plain(left), Plain(right));
        return a.Length > 0 && b.Length > 0 && (a == b || a.Length == 1 && a[0] == b[0] || b.Length == 1 && a[0] == b[0] || JaroWinkler(a, b) >= Near);
    }

    /// <summary>Names of companies, whose legal forms do not count.</summary>
    public static bool IsNearCompany(string left, string right) => IsNear(Bare(left), Bare(right));

    /// <summary>Phone numbers by their last nine digits.</summary>
    public static bool IsSamePhone(string? left, string? right) => Digits(left) is { Length: >= 7 } a && Digits(right) is { Length: >= 7 } b && a == b;

    private static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string Bare(string name)
    {
        var words = name.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where(word => !Forms.Contains(word)).ToArray();
        return string.Join(' ', kept.Length > 0 ? kept : words);
    }

    private static string? Digits(string? phone)
    {
        var digits = phone is null ? "" : new string([.. phone.Where(char.IsAsciiDigit)]);
        return digits.Length > 9 ? digits[^9..] : digits;
    }

    private static double JaroWinkler(string a, string b)
    {
        var range = Math.Max(0, Math.Max(a.Length, b.Length) / 2 - 1);
        var (matchedA, matchedB) = (new bool[a.Length], new bool[b.Length]);
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - range); j < Math.Min(b.Length, i + range + 1); j++)
            {
                if (!matchedB[j] && a[i] == b[j])
                {
                    (matchedA[i], matchedB[j]) = (true, true);
                    matches++;
                    break;
                }
            }
        }

        if (matches == 0)
        {
            return 0;
        }

        var inA = a.Where((_, i) => matchedA[i]);
        var inB = b.Where((_, i) => matchedB[i]);
        var moved = inA.Zip(inB).Count(pair => pair.First != pair.Second) / 2.0;
        var jaro = ((double)matches / a.Length + (double)matches / b.Length + (matches - moved) / matches) / 3;
        var prefix = 0;
        while (prefix < Math.Min(4, Math.Min(a.Length, b.Length)) && a[prefix] == b[prefix])
        {
            prefix++;
        }

        return jaro + prefix * 0.1 * (1 - jaro);
    }
}
