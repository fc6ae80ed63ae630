using SfMarketo.Harness.Scenarios.Reading;
using YamlDotNet.Core;

namespace SfMarketo.Harness.Scenarios.Yaml;

/// <summary>Says what is wrong with a text that is no YAML, in words that help: the parser's own message names its internals.</summary>
internal static class YamlSyntax
{
    public static void Report(YamlException error, string text, ProblemList problems, string? file)
    {
        var lines = text.Split('\n');
        var line = Math.Clamp((int)error.Start.Line, 1, lines.Length);
        if (FirstTab(lines) is { } tab)
        {
            problems.Add(ProblemCode.Tab, tab with { File = file }, "a tab is used for indentation", "YAML indents with spaces only");
            return;
        }

        var column = Math.Clamp((int)error.Start.Column, 1, lines[line - 1].Length + 1);
        problems.Add(ProblemCode.Syntax, new Place(line, column, 1, file), $"this is not YAML: {Sentence(error.Message)}", Hint(lines, line));
    }

    private static Place? FirstTab(string[] lines)
    {
        // The parser places a tab's error at the map around it, so look for the tab itself.
        for (var number = 1; number <= lines.Length; number++)
        {
            var source = lines[number - 1];
            var indent = source.Length - source.TrimStart(' ', '\t').Length;
            var tab = source.AsSpan(0, indent).IndexOf('\t');
            if (tab >= 0 && indent < source.TrimEnd().Length)
            {
                return new Place(number, tab + 1, 1);
            }
        }

        return null;
    }

    private static string Sentence(string message)
    {
        // "(Line: 3, Col: 1, Idx: 20) - (Line: ...): While parsing a block mapping, did not find expected key."
        var text = message;
        if (text.StartsWith("(Line:", StringComparison.Ordinal))
        {
            var end = text.LastIndexOf("): ", StringComparison.Ordinal);
            text = end < 0 ? text : text[(end + 3)..];
        }

        text = text.Trim().TrimEnd('.');
        return text.Length == 0 ? "unreadable" : char.ToLowerInvariant(text[0]) + text[1..];
    }

    private static string Hint(string[] lines, int line)
    {
        var source = lines[line - 1];
        if (source.Contains("${", StringComparison.Ordinal))
        {
            return "between { } and [ ] a value that holds ${...} must be quoted";
        }

        var colon = source.IndexOf(": ", StringComparison.Ordinal);
        return colon >= 0 && source.IndexOf(": ", colon + 2, StringComparison.Ordinal) >= 0
            ? "a value that holds ': ' must be quoted"
            : "look at the indentation and the quotes here and in the line above";
    }
}
