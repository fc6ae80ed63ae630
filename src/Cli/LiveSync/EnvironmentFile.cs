namespace SfMarketo.Cli.LiveSync;

/// <summary>A file of <c>NAME=value</c> lines, as <c>sfmarketo sim</c> writes it. <c>export</c> before a name, quotes around a value, empty lines and lines that begin with # are allowed.</summary>
internal static class EnvironmentFile
{
    /// <param name="path">Of the file.</param>
    /// <param name="problems">Gets a sentence for each line that is none of that.</param>
    public static Dictionary<string, string> Read(string path, List<string> problems)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var raw in File.ReadLines(path))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            line = line.StartsWith("export ", StringComparison.Ordinal) ? line[7..].TrimStart() : line;
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                problems.Add($"{path}:{number}: a line NAME=value is expected.");
                continue;
            }

            values[line[..equals].TrimEnd()] = Unquote(line[(equals + 1)..].TrimStart());
        }

        return values;
    }

    private static string Unquote(string value) =>
        value.Length >= 2 && (value[0] is '"' or '\'') && value[^1] == value[0] ? value[1..^1] : value;
}
