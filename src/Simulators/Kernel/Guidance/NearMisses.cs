namespace SfMarketo.Kernel.Guidance;

/// <summary>The operations that are closest to a request which fits none, by path and method.</summary>
public static class NearMisses
{
    /// <summary>How the guidance of an unmatched request begins.</summary>
    public const string Mark = "no match: ";

    private const int Most = 3;
    private const double OtherMethod = 0.5;
    private const double Placeholder = 0.2;

    /// <summary>Texts whose lengths differ by more than this share have nothing in common: chosen so that a long part of a path costs no time.</summary>
    private const double MostLonger = 0.75;

    /// <summary><c>no match: WHY; closest: POST /rest/v1/leads.json, GET /rest/v1/lead/{id}.json</c>.</summary>
    public static string Tell(string why, string method, string path, IEnumerable<Operation> operations) => Of(method, path, operations) is { Count: > 0 } found
        ? $"{Mark}{why}; closest: {string.Join(", ", found.Select(operation => $"{operation.Method} {operation.Path}"))}"
        : Mark + why;

    /// <summary>At most three, the closest first; none that has little in common with the request.</summary>
    public static IReadOnlyList<Operation> Of(string method, string path, IEnumerable<Operation> operations)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var limit = Math.Max(1, parts.Length / 2.0);
        var differences = new Dictionary<(string Part, string Pattern), double>();
        return
        [
            .. operations
                .Select(operation => (Operation: operation, Pattern: operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)))
                .Where(near => Math.Abs(near.Pattern.Length - parts.Length) <= limit)
                .Select(near => (near.Operation, Distance: Distance(parts, near.Pattern, differences) + (near.Operation.Method == method ? 0 : OtherMethod)))
                .Where(near => near.Distance <= limit)
                .OrderBy(near => near.Distance).ThenBy(near => near.Operation.Path, StringComparer.Ordinal).ThenBy(near => near.Operation.Method, StringComparer.Ordinal)
                .Take(Most)
                .Select(near => near.Operation),
        ];
    }

    /// <summary>Parts to add, to take away or to change; a part that is nearly right costs less.</summary>
    private static double Distance(string[] sent, string[] pattern, Dictionary<(string Part, string Pattern), double> known)
    {
        var row = new double[pattern.Length + 1];
        for (var column = 0; column <= pattern.Length; column++)
        {
            row[column] = column;
        }

        foreach (var part in sent)
        {
            var corner = row[0]++;
            for (var column = 1; column <= pattern.Length; column++)
            {
                if (!known.TryGetValue((part, pattern[column - 1]), out var difference))
                {
                    known[(part, pattern[column - 1])] = difference = Difference(part, pattern[column - 1]);
                }

                var changed = corner + difference;
                corner = row[column];
                row[column] = Math.Min(changed, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[^1];
    }

    /// <summary>0 for the same text, up to 1 for texts with nothing in common.</summary>
    private static double Difference(string part, string pattern)
    {
        if (part == pattern)
        {
            return 0;
        }

        if (pattern.IndexOf('{', StringComparison.Ordinal) is >= 0 and var brace)
        {
            var fits = part.StartsWith(pattern[..brace], StringComparison.Ordinal) && part.EndsWith(pattern[(pattern.IndexOf('}', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal);
            return fits ? Placeholder : Placeholder * 2;
        }

        var longest = Math.Max(part.Length, pattern.Length);
        if (Math.Abs(part.Length - pattern.Length) > MostLonger * longest)
        {
            return 1;
        }

        var row = new int[pattern.Length + 1];
        for (var column = 0; column <= pattern.Length; column++)
        {
            row[column] = column;
        }

        foreach (var letter in part)
        {
            var corner = row[0]++;
            for (var column = 1; column <= pattern.Length; column++)
            {
                var changed = corner + (char.ToLowerInvariant(letter) == char.ToLowerInvariant(pattern[column - 1]) ? 0 : 1);
                corner = row[column];
                row[column] = Math.Min(changed, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return Math.Max(0.05, row[^1] / (double)longest);
    }
}
