using System.Buffers;
using System.Globalization;
using System.Text;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Showing;

/// <summary>Writes a tree as YAML, a value a line, each with the place it comes from as a comment.</summary>
/// <param name="file">The name of the scenario's own file.</param>
internal sealed class YamlText(string file)
{
    private const int CommentColumn = 72;

    private static readonly SearchValues<char> Special = SearchValues.Create(",[]{}#\"\n\t");

    private readonly StringBuilder text = new();

    public static string Write(YamlNode.Map root, string file)
    {
        var writer = new YamlText(file);
        writer.Map(root, "", "");
        return writer.text.ToString();
    }

    /// <param name="map">What to write.</param>
    /// <param name="first">What stands before its first key: the indentation, or a dash.</param>
    /// <param name="indent">What stands before the others.</param>
    private void Map(YamlNode.Map map, string first, string indent)
    {
        foreach (var entry in map.Entries)
        {
            var start = $"{(entry == map.Entries[0] ? first : indent)}{Scalar(entry.Key)}:";
            switch (entry.Value)
            {
                case YamlNode.Map { Entries.Count: > 0 } below:
                    Line(start, entry.Key.Place);
                    Map(below, indent + "  ", indent + "  ");
                    break;
                case YamlNode.List list when list.Items.Any(item => item is not YamlNode.Text):
                    Line(start, entry.Key.Place);
                    List(list, indent + "  ");
                    break;
                case YamlNode.Text { Plain: false } block when IsBlock(block.Value):
                    Line($"{start} {(block.Value.EndsWith('\n') ? "|" : "|-")}", entry.Key.Place);
                    Block(block.Value, indent + "  ");
                    break;
                case var value:
                    Line($"{start} {Short(value)}", value.Place);
                    break;
            }
        }
    }

    private void List(YamlNode.List list, string indent)
    {
        foreach (var item in list.Items)
        {
            switch (item)
            {
                case YamlNode.Map { Entries.Count: > 0 } map:
                    Map(map, indent + "- ", indent + "  ");
                    break;
                default:
                    Line($"{indent}- {Short(item)}", item.Place);
                    break;
            }
        }
    }

    private void Block(string value, string indent)
    {
        foreach (var line in value.TrimEnd('\n').Split('\n'))
        {
            text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
        }
    }

    private void Line(string line, Place place) =>
        text.Append(line.PadRight(CommentColumn)).Append(CultureInfo.InvariantCulture, $"  # {place.File ?? file}:{place.Line}\n");

    private static string Short(YamlNode node) => node switch
    {
        YamlNode.Map map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{Scalar(entry.Key)}: {Short(entry.Value)}"))}}}",
        YamlNode.List list => $"[{string.Join(", ", list.Items.Select(Short))}]",
        _ => Scalar((YamlNode.Text)node),
    };

    private static string Scalar(YamlNode.Text scalar) => scalar.Plain && IsPlain(scalar.Value) ? scalar.Value : Quoted(scalar.Value);

    private static bool IsBlock(string value) =>
        value.Contains('\n', StringComparison.Ordinal) && !value.EndsWith("\n\n", StringComparison.Ordinal) && value[0] is not (' ' or '\n') && !value.Any(letter => char.IsControl(letter) && letter != '\n');

    /// <summary>The same without quotes, also between brackets.</summary>
    private static bool IsPlain(string value) =>
        value.Length > 0 && value.Trim() == value && !value.AsSpan().ContainsAny(Special) && !value.EndsWith(':') && !value.Contains(": ", StringComparison.Ordinal)
        && !"!&*?|>@%`'".Contains(value[0], StringComparison.Ordinal) && !value.StartsWith("- ", StringComparison.Ordinal) && value != "-";

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in value)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(letter) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
