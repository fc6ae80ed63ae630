using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SfMarketo.Harness.Scenarios.Reading;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Tests.Harness.Scenarios;

/// <summary>YAML as an editor's validator sees it: plain scalars have the types of YAML 1.2's core schema.</summary>
internal static partial class YamlAsJson
{
    /// <summary>Null when the text is no YAML.</summary>
    public static string? Write(string yaml)
    {
        var problems = new ProblemList();
        if (YamlTree.Parse(yaml, problems) is not { } root || problems.Count > 0)
        {
            return null;
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Node(json, root);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Node(Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlNode.Map map:
                json.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    json.WritePropertyName(entry.Key.Value);
                    Node(json, entry.Value);
                }

                json.WriteEndObject();
                break;
            case YamlNode.List list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Node(json, item);
                }

                json.WriteEndArray();
                break;
            case YamlNode.Text { IsNull: true }:
                json.WriteNullValue();
                break;
            case YamlNode.Text { Plain: true, Value: "true" or "false" } flag:
                json.WriteBooleanValue(flag.Value == "true");
                break;
            case YamlNode.Text { Plain: true } text when Whole().IsMatch(text.Value):
                json.WriteRawValue(System.Numerics.BigInteger.Parse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
                break;
            case YamlNode.Text { Plain: true } text when Real().IsMatch(text.Value):
                json.WriteNumberValue(decimal.Parse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture));
                break;
            case YamlNode.Text text:
                json.WriteStringValue(text.Value);
                break;
        }
    }

    [GeneratedRegex(@"^[-+]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Real();
}
