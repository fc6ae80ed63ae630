namespace SfMarketo.Tests.Planted.Faults;

/// <summary>One exact text of a file and what stands in its place.</summary>
/// <param name="File">From the repository's root, with forward slashes.</param>
/// <param name="Find">Must be there exactly once. Lines without the indentation that all of them share.</param>
/// <param name="Put">What takes its place, at the same indentation.</param>
public sealed record FaultEdit(string File, string Find, string Put)
{
    /// <summary>The text with the change made.</summary>
    /// <exception cref="FaultException">The text to find is not there, or more than once.</exception>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var places = Places(text);
        if (places.Count != 1)
        {
            var first = Find.Split('\n')[0].Trim();
            throw new FaultException($"{File}: the text '{first}' is there {(places.Count == 0 ? "no longer" : $"{places.Count} times")}; it must be there once. Write the fault anew for today's source.");
        }

        var (start, length, indent) = places[0];
        return text[..start] + (indent.Length == 0 ? Put : string.Join('\n', Put.Split('\n').Select((line, i) => i == 0 || line.Length == 0 ? line : indent + line))) + text[(start + length)..];
    }

    /// <summary>Where the text stands: as it is, or, of several lines, with each line set in by the same blanks.</summary>
    private List<(int Start, int Length, string Indent)> Places(string text)
    {
        List<(int Start, int Length, string Indent)> places = [];
        var lines = Find.Split('\n');
        for (var at = text.IndexOf(lines[0], StringComparison.Ordinal); at >= 0; at = text.IndexOf(lines[0], at + 1, StringComparison.Ordinal))
        {
            var indent = IndentBefore(text, at);
            if (Fits(text, at, lines, indent) is { } length)
            {
                places.Add((at, length, indent));
            }
            else if (indent.Length > 0 && Fits(text, at, lines, "") is { } plain)
            {
                places.Add((at, plain, ""));
            }
        }

        return places;
    }

    private static int? Fits(string text, int at, string[] lines, string indent)
    {
        var end = at + lines[0].Length;
        foreach (var line in lines.Skip(1))
        {
            var next = "\n" + (line.Length == 0 ? "" : indent + line);
            if (string.CompareOrdinal(text, end, next, 0, next.Length) != 0)
            {
                return null;
            }

            end += next.Length;
        }

        return end - at;
    }

    /// <summary>The blanks between the line's beginning and the place; none when something else stands there.</summary>
    private static string IndentBefore(string text, int at)
    {
        var start = at;
        while (start > 0 && text[start - 1] == ' ')
        {
            start--;
        }

        return start == 0 || text[start - 1] == '\n' ? text[start..at] : "";
    }
}
