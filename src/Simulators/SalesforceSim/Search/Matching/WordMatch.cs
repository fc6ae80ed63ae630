namespace SfMarketo.SalesforceSim.Search.Matching;

/// <summary>Whole words of a text against patterns with <c>*</c> (any run) and <c>?</c> (one letter), ignoring case. Letters and digits make words; all else parts them.</summary>
internal static class WordMatch
{
    /// <summary>The patterns match words of the text that stand next to each other.</summary>
    public static bool Contains(ReadOnlySpan<char> text, IReadOnlyList<string> patterns)
    {
        for (var start = NextWord(text, 0); start < text.Length; start = NextWord(text, EndOfWord(text, start)))
        {
            if (MatchesAt(text, start, patterns))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MatchesAt(ReadOnlySpan<char> text, int start, IReadOnlyList<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (start >= text.Length)
            {
                return false;
            }

            var end = EndOfWord(text, start);
            if (!IsMatch(text[start..end], pattern))
            {
                return false;
            }

            start = NextWord(text, end);
        }

        return true;
    }

    // Greedy with one step back to the last star: enough for patterns of this kind, and linear in practice.
    private static bool IsMatch(ReadOnlySpan<char> word, ReadOnlySpan<char> pattern)
    {
        var (letter, place, star, resume) = (0, 0, -1, 0);
        while (letter < word.Length)
        {
            if (place < pattern.Length && (pattern[place] == '?' || pattern[place] == char.ToLowerInvariant(word[letter])))
            {
                letter++;
                place++;
            }
            else if (place < pattern.Length && pattern[place] == '*')
            {
                star = place++;
                resume = letter;
            }
            else if (star >= 0)
            {
                place = star + 1;
                letter = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (place < pattern.Length && pattern[place] == '*')
        {
            place++;
        }

        return place == pattern.Length;
    }

    private static int NextWord(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && !char.IsLetterOrDigit(text[from]))
        {
            from++;
        }

        return from;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsLetterOrDigit(text[from]))
        {
            from++;
        }

        return from;
    }
}
