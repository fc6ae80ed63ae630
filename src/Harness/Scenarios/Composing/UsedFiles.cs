using SfMarketo.Harness.Scenarios.Reading;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Composing;

/// <summary>Reads a scenario's file with all that it uses, laid over each other: the file itself on top, what is named later above what is named earlier.</summary>
/// <param name="readText">Reads a used file by its path.</param>
/// <param name="problems">Told what is wrong, in whichever file.</param>
internal sealed class UsedFiles(Func<string, string> readText, ProblemList problems)
{
    private const string Relative = "a path is relative to the file that names it";

    private readonly Dictionary<string, IReadOnlyList<string>> lines = new(StringComparer.Ordinal);

    /// <summary>The text of each used file in lines, so that a problem can show its own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lines => lines;

    /// <summary>The whole tree without <c>use</c>; null when the file itself is no YAML.</summary>
    public YamlNode? Read(string file, string text)
    {
        var root = YamlTree.Parse(text, problems);
        return root is YamlNode.Map map ? Laid(map, file, [file]) : root;
    }

    private YamlNode Laid(YamlNode.Map map, string file, IReadOnlyList<string> way)
    {
        YamlNode under = new YamlNode.Map([], map.Place);
        foreach (var name in Names(map))
        {
            if (Used(name, file, way) is { } used)
            {
                under = YamlMerge.Of(under, used);
            }
        }

        return YamlMerge.Of(under, new YamlNode.Map([.. map.Entries.Where(entry => entry.Key.Value != "use")], map.Place));
    }

    private IEnumerable<YamlNode.Text> Names(YamlNode.Map map)
    {
        var values = new ValueReader(problems);
        IReadOnlyList<YamlNode> items = map.Find("use") switch
        {
            null => [],
            YamlNode.List list => list.Items,
            var one => [one],
        };
        return items.Where(item => values.Text(item, "use") is not null).Cast<YamlNode.Text>();
    }

    private YamlNode? Used(YamlNode.Text name, string file, IReadOnlyList<string> way)
    {
        var path = FilePath.Beside(file, name.Value);
        if (way.Contains(path))
        {
            problems.Add(ProblemCode.UsedInCircle, name.Place, $"'{path}' uses itself: {string.Join(" -> ", way.SkipWhile(one => one != path).Append(path))}", "remove one of these uses");
            return null;
        }

        if (Text(name, path) is not { } text)
        {
            return null;
        }

        lines[path] = text.ReplaceLineEndings("\n").Split('\n');
        var root = YamlTree.Parse(text, problems, path);
        if (root is YamlNode.Map map)
        {
            return Laid(map, path, [.. way, path]);
        }

        if (root is not null)
        {
            new ValueReader(problems).WrongType(root, "a used file", "a map with keys such as org");
        }

        return null;
    }

    private string? Text(YamlNode.Text name, string path)
    {
        if (name.Value.StartsWith('/') || name.Value.Contains('\\', StringComparison.Ordinal) || name.Value.Contains(':', StringComparison.Ordinal))
        {
            problems.Add(ProblemCode.UsedFileMissing, name.Place, $"use: '{name.Value}' is no relative path", $"{Relative}, with forward slashes");
            return null;
        }

        try
        {
            return readText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(ProblemCode.UsedFileMissing, name.Place, $"use: there is no file '{path}'", Relative);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemCode.UsedFileMissing, name.Place, $"use: the file '{path}' cannot be read", "is it a file, and may you read it?");
        }

        return null;
    }
}
