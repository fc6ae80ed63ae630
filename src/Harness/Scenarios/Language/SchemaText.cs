using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>Writes scenario.schema.json from the shapes of the language: JSON Schema draft 7, in the order of the shapes.</summary>
public static class SchemaText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's whole text.</summary>
    public static string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "A scenario of SfMarketo.Harness, version 1");
            Map(json, ScenarioKeys.Shape);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Map(Utf8JsonWriter json, MapShape shape)
    {
        json.WriteString("description", shape.Doc);
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var key in shape.Keys)
        {
            json.WriteStartObject(key.Name);
            json.WriteString("description", key.Doc);
            Value(json, key.Value, described: true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
        Names(json, "required", [.. shape.Keys.Where(key => key.Required).Select(key => key.Name)]);
        if (shape.OneOf.Count > 0)
        {
            json.WriteStartArray("anyOf");
            foreach (var group in shape.OneOf)
            {
                json.WriteStartObject();
                Names(json, "required", group);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Value(Utf8JsonWriter json, ValueShape value, bool described = false)
    {
        switch (value)
        {
            case ValueShape.Nested nested when described:
                // The key's own sentence stands above: the map's is for maps in lists.
                Any(json, "allOf", [nested]);
                break;
            case ValueShape.Nested nested:
                Map(json, nested.Map);
                break;
            case ValueShape.List list:
                json.WriteString("type", "array");
                if (!list.EmptyAllowed)
                {
                    json.WriteNumber("minItems", 1);
                }

                json.WriteStartObject("items");
                Value(json, list.Item);
                json.WriteEndObject();
                break;
            case ValueShape.Open open:
                Open(json, open);
                break;
            case ValueShape.Either either:
                Any(json, "anyOf", either.Forms);
                break;
            default:
                ScalarSchema.Write(json, value);
                break;
        }
    }

    private static void Open(Utf8JsonWriter json, ValueShape.Open open)
    {
        json.WriteString("type", "object");
        json.WriteNumber("minProperties", 1);
        if (open.Single)
        {
            json.WriteNumber("maxProperties", 1);
        }

        if (open.Known.Count == 0 && open.Pattern is null)
        {
            json.WriteStartObject("additionalProperties");
            Value(json, open.Value);
            json.WriteEndObject();
            return;
        }

        json.WriteStartObject("properties");
        foreach (var word in open.Known)
        {
            json.WriteStartObject(word.Value);
            json.WriteString("description", word.Doc);
            Value(json, open.Value, described: true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (open.Pattern is not null)
        {
            json.WriteStartObject("patternProperties");
            json.WriteStartObject(open.Pattern);
            Value(json, open.Value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteBoolean("additionalProperties", false);
    }

    private static void Any(Utf8JsonWriter json, string keyword, IReadOnlyList<ValueShape> forms)
    {
        json.WriteStartArray(keyword);
        foreach (var form in forms)
        {
            json.WriteStartObject();
            Value(json, form);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string keyword, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        json.WriteStartArray(keyword);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}
