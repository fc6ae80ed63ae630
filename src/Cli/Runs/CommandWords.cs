namespace SfMarketo.Cli.Runs;

/// <summary>The words of a command line.</summary>
internal static class CommandWords
{
    /// <summary>The words without some options.</summary>
    /// <param name="words">As parsed: an option and its value are two words.</param>
    /// <param name="flags">Options without a value.</param>
    /// <param name="options">Options with one.</param>
    public static IEnumerable<string> Without(IReadOnlyList<string> words, IReadOnlyCollection<string> flags, IReadOnlyCollection<string> options)
    {
        for (var number = 0; number < words.Count; number++)
        {
            if (options.Contains(words[number]))
            {
                number++;
            }
            else if (!flags.Contains(words[number]))
            {
                yield return words[number];
            }
        }
    }

    /// <summary>A word as a shell takes it for one.</summary>
    public static string Quoted(string word) => word.Length > 0 && word.All(sign => char.IsLetterOrDigit(sign) || "-_./=:,@%+".Contains(sign, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
