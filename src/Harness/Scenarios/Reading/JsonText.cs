using System.Globalization;
using System.Text;
using System.Text.Json;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Writes a value of a scenario as JSON, for what the control API reads. Plain numbers, true, false and null are what YAML says; all else is text.</summary>
internal static class JsonText
{
    public static string Of(YamlNode node)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, node);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlNode.Map map:
                json.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    json.WritePropertyName(entry.Key.Value);
                    Write(json, entry.Value);
                }

                json.WriteEndObject();
                break;
            case YamlNode.List list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case YamlNode.Text text:
                Write(json, text);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, YamlNode.Text text)
    {
        if (text.IsNull)
        {
            json.WriteNullValue();
        }
        else if (text is { Plain: true, Value: "true" or "false" })
        {
            json.WriteBooleanValue(text.Value == "true");
        }
        else if (text.Plain && decimal.TryParse(text.Value.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(text.Value);
        }
    }
}
