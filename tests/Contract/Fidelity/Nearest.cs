namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>Names that a misspelt one may have meant.</summary>
internal static class Nearest
{
    private const int Shown = 3;

    public static IEnumerable<string> To(string name, IEnumerable<string> names) => names.OrderBy(other => Distance(name, other)).ThenBy(other => other, StringComparer.Ordinal).Take(Shown);

    /// <summary>Letters to insert, leave out or change; case is free.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var before = row[0];
            row[0] = at;
            for (var place = 1; place <= other.Length; place++)
            {
                var change = before + (char.ToUpperInvariant(one[at - 1]) == char.ToUpperInvariant(other[place - 1]) ? 0 : 1);
                before = row[place];
                row[place] = Math.Min(change, Math.Min(row[place], row[place - 1]) + 1);
            }
        }

        return row[other.Length];
    }
}
