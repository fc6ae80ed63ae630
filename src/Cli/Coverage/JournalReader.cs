using System.Globalization;
using System.Text.Json;

namespace SfMarketo.Cli.Coverage;

/// <summary>Reads journals: files of lines as runs leave them, and the answer of <c>GET /__sim/journal</c>.</summary>
internal static class JournalReader
{
    private const string End = ".journal.jsonl";
    private const string Help = "Give SIM.journal.jsonl of a run's folder, the folder, or what GET /__sim/journal answered.";

    /// <param name="input">A file, a folder with journals, or <c>-</c> for <paramref name="standardInput"/>.</param>
    /// <param name="standardInput">Read for <c>-</c>.</param>
    /// <exception cref="JournalFormatException">There is no such file, or it is no journal.</exception>
    public static IEnumerable<JournalCall> Read(string input, TextReader standardInput)
    {
        if (input == "-")
        {
            return Lines(standardInput, "standard input");
        }

        if (Directory.Exists(input))
        {
            var files = Directory.EnumerateFiles(input, "*" + End).Order(StringComparer.Ordinal).ToList();
            return files.Count > 0 ? files.SelectMany(File) : throw new JournalFormatException($"The folder '{input}' holds no journal ({End[1..]}). {Help}");
        }

        return System.IO.File.Exists(input) ? File(input) : throw new JournalFormatException($"There is no file '{input}'. {Help}");
    }

    private static IEnumerable<JournalCall> File(string path)
    {
        using var reader = new StreamReader(path);
        foreach (var call in Lines(reader, path))
        {
            yield return call;
        }
    }

    private static IEnumerable<JournalCall> Lines(TextReader reader, string name)
    {
        var number = 0L;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0)
            {
                // The control API's answer is one object, perhaps over several lines.
                var (text, last) = number == 1 && line.TrimStart().StartsWith('{') && !IsWhole(line) ? (line + "\n" + reader.ReadToEnd(), true) : (line, false);
                foreach (var call in Parse(text, string.Create(CultureInfo.InvariantCulture, $"{name}:{number}")))
                {
                    yield return call;
                }

                if (last)
                {
                    yield break;
                }
            }
        }
    }

    private static bool IsWhole(string line)
    {
        try
        {
            using var _ = JsonDocument.Parse(line);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static List<JournalCall> Parse(string text, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("lines", out var lines) && lines.ValueKind == JsonValueKind.Array
                ? [.. lines.EnumerateArray().Select(Call)]
                : [Call(root)];
        }
        catch (JsonException error)
        {
            throw new JournalFormatException($"{place}: this is no JSON. {Help}", error);
        }
        catch (FormatException error)
        {
            throw new JournalFormatException($"{place}: {error.Message} {Help}", error);
        }
    }

    private static JournalCall Call(JsonElement line) => new(
        Text(line, "sim"),
        Text(line, "method").ToUpperInvariant(),
        Text(line, "path"),
        line.TryGetProperty("query", out var query) ? query.GetString() ?? "" : "",
        line.TryGetProperty("codes", out var codes) && codes.ValueKind == JsonValueKind.Array ? [.. codes.EnumerateArray().Select(code => code.ToString())] : []);

    private static string Text(JsonElement line, string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new FormatException($"A line of the journal has no '{name}'.");
}
