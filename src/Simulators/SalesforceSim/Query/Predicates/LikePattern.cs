using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A LIKE pattern: <c>%</c> is any run, <c>_</c> one character, case is ignored.</summary>
internal sealed class LikePattern
{
    private readonly string pattern;
    private readonly Shape shape;
    private readonly string fixedPart = "";

    /// <param name="pattern">With <see cref="SoqlText.LiteralPercent"/> and its twin for escaped wildcards.</param>
    public LikePattern(string pattern)
    {
        this.pattern = pattern;
        var inner = pattern.Trim('%');
        if (inner.AsSpan().IndexOfAny('%', '_') >= 0)
        {
            shape = Shape.General;
            return;
        }

        fixedPart = Literal(inner);
        var open = pattern.StartsWith('%');
        var close = pattern.EndsWith('%');
        shape = open && close ? Shape.Contains : open ? Shape.EndsWith : close ? Shape.StartsWith : Shape.Equal;
    }

    private enum Shape : byte
    {
        Equal,
        StartsWith,
        EndsWith,
        Contains,
        General,
    }

    /// <summary>Looking inside a text is dear; its ends are cheap.</summary>
    public int Cost => shape >= Shape.Contains ? 20 : 3;

    public bool Matches(string text) => shape switch
    {
        Shape.Equal => text.Equals(fixedPart, StringComparison.OrdinalIgnoreCase),
        Shape.StartsWith => text.StartsWith(fixedPart, StringComparison.OrdinalIgnoreCase),
        Shape.EndsWith => text.EndsWith(fixedPart, StringComparison.OrdinalIgnoreCase),
        Shape.Contains => text.Contains(fixedPart, StringComparison.OrdinalIgnoreCase),
        _ => General(text),
    };

    /// <summary>Greedy with one step back to the last <c>%</c>: linear memory, no recursion.</summary>
    private bool General(string text)
    {
        var (at, place, star, mark) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (place < pattern.Length && pattern[place] == '%')
            {
                star = place++;
                mark = at;
            }
            else if (place < pattern.Length && (pattern[place] == '_' || Same(pattern[place], text[at])))
            {
                place++;
                at++;
            }
            else if (star >= 0)
            {
                place = star + 1;
                at = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (place < pattern.Length && pattern[place] == '%')
        {
            place++;
        }

        return place == pattern.Length;
    }

    private static bool Same(char wanted, char found) => char.ToUpperInvariant(Literal(wanted)) == char.ToUpperInvariant(found);

    private static char Literal(char c) => c == SoqlText.LiteralPercent ? '%' : c == SoqlText.LiteralUnderscore ? '_' : c;

    private static string Literal(string text) => text.Replace(SoqlText.LiteralPercent, '%').Replace(SoqlText.LiteralUnderscore, '_');
}
