using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>Writes scenario.schema.json from the shapes of the language: JSON Schema draft 7, in the order of the shapes.</summary>
public sealed class SchemaText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter json;
    private readonly List<(string Name, MapShape Map)> definitions = [];

    private SchemaText(Utf8JsonWriter json) => this.json = json;

    /// <summary>The file's whole text.</summary>
    public static string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            new SchemaText(json).Whole();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private void Whole()
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("title", "A scenario of SfMarketo.Harness, version 1");
        Map(ScenarioKeys.Shape);
        json.WriteStartObject("definitions");

        // A definition may need others, which come behind it.
        for (var place = 0; place < definitions.Count; place++)
        {
            json.WriteStartObject(definitions[place].Name);
            Map(definitions[place].Map);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private string Reference(MapShape map)
    {
        var known = definitions.FindIndex(one => ReferenceEquals(one.Map, map));
        if (known < 0)
        {
            known = definitions.Count;
            var name = map.What.StartsWith("a ", StringComparison.Ordinal) || map.What.StartsWith("an ", StringComparison.Ordinal) ? map.What.Split(' ')[^1] : map.What.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal);
            var same = definitions.Count(one => one.Map.What == map.What);
            definitions.Add((same == 0 ? name : $"{name}-{(same + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}", map));
        }

        return "#/definitions/" + definitions[known].Name;
    }

    private void Map(MapShape shape)
    {
        json.WriteString("description", shape.Doc);
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var key in shape.Keys)
        {
            json.WriteStartObject(key.Name);
            json.WriteString("description", key.Doc);
            Value(key.Value, described: true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
        Names("required", [.. shape.Keys.Where(key => key.Required).Select(key => key.Name)]);
        if (shape.OneOf.Count > 0)
        {
            json.WriteStartArray("anyOf");
            foreach (var group in shape.OneOf)
            {
                json.WriteStartObject();
                Names("required", group);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private void Value(ValueShape value, bool described = false)
    {
        switch (value)
        {
            case ValueShape.Nested nested when described:
                // The key's own sentence stands above: the map's is for maps in lists.
                Any("allOf", [nested]);
                break;
            case ValueShape.Nested nested:
                json.WriteString("$ref", Reference(nested.Map));
                break;
            case ValueShape.List list:
                json.WriteString("type", "array");
                if (!list.EmptyAllowed)
                {
                    json.WriteNumber("minItems", 1);
                }

                json.WriteStartObject("items");
                Value(list.Item);
                json.WriteEndObject();
                break;
            case ValueShape.Open open:
                Open(open);
                break;
            case ValueShape.Any:
                break;
            case ValueShape.Either either:
                Any("anyOf", either.Forms);
                break;
            default:
                ScalarSchema.Write(json, value);
                break;
        }
    }

    private void Open(ValueShape.Open open)
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
            Value(open.Value);
            json.WriteEndObject();
            return;
        }

        json.WriteStartObject("properties");
        foreach (var word in open.Known)
        {
            json.WriteStartObject(word.Value);
            json.WriteString("description", word.Doc);
            Value(open.Value, described: true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (open.Pattern is not null)
        {
            json.WriteStartObject("patternProperties");
            json.WriteStartObject(open.Pattern);
            Value(open.Value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteBoolean("additionalProperties", false);
    }

    private void Any(string keyword, IReadOnlyList<ValueShape> forms)
    {
        json.WriteStartArray(keyword);
        foreach (var form in forms)
        {
            json.WriteStartObject();
            Value(form);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Names(string keyword, IReadOnlyList<string> names)
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
