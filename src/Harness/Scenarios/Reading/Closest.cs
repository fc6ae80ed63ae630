namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Finds the word that was probably meant: edit distance of at most 2 (a swap of neighbours counts once), or a shared beginning.</summary>
internal static class Closest
{
    private const int Limit = 2;

    public static string? To(string word, IEnumerable<string> known)
    {
        string? best = null;
        var bestDistance = Limit + 1;
        string? sameStart = null;
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            // A word of three letters is within two edits of every other one.
            if (distance < bestDistance && distance < Math.Max(word.Length, candidate.Length) - 1)
            {
                (best, bestDistance) = (candidate, distance);
            }

            if (sameStart is null && word.Length >= 3
                && (candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase) || word.StartsWith(candidate, StringComparison.OrdinalIgnoreCase)))
            {
                sameStart = candidate;
            }
        }

        return best ?? sameStart;
    }

    /// <summary>"did you mean 'x'?  (allowed here: ...)" or the list alone. Beside a good guess a long list is left out.</summary>
    public static string Suggest(string word, IReadOnlyCollection<string> known, string listName = "allowed here")
    {
        const int shown = 40;
        const int readable = 20;
        if (known.Count == 0)
        {
            return listName + ": none";
        }

        var meant = To(word, known);
        if (meant is not null && known.Count > readable)
        {
            return $"did you mean '{meant}'?";
        }

        var list = string.Join(", ", known.Take(shown)) + (known.Count > shown ? ", ..." : "");
        return meant is null ? $"{listName}: {list}" : $"did you mean '{meant}'?  ({listName}: {list})";
    }

    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > Limit)
        {
            return Limit + 1;
        }

        Span<int> beforeLast = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            row[column] = column;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            last.CopyTo(beforeLast);
            row.CopyTo(last);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = Equal(left[i - 1], right[j - 1]);
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Equal(left[i - 1], right[j - 2]) && Equal(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }

        return row[right.Length];
    }

    private static bool Equal(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
