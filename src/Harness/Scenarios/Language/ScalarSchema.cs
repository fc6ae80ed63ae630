using System.Text.Json;

namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>The schema of single values. Where a form is wanted, <c>${name}</c> is good too: what it becomes is checked by the reader.</summary>
internal static class ScalarSchema
{
    private const string Variable = @"\$\{";

    public static void Write(Utf8JsonWriter json, ValueShape value)
    {
        switch (value)
        {
            case ValueShape.Text { Pattern: { } pattern }:
                Pattern(json, pattern);
                break;
            case ValueShape.Text:
                Types(json, "string", "number", "boolean");
                json.WriteNumber("minLength", 1);
                break;
            case ValueShape.Scalar:
                Types(json, "string", "number", "boolean", "null");
                break;
            case ValueShape.Duration duration:
                Pattern(json, duration.ZeroAllowed ? $"^{Forms.Time}$" : $"^(?=.*[1-9]){Forms.Time}$");
                break;
            case ValueShape.Count count:
                Count(json, count);
                break;
            case ValueShape.Number:
                Either(json, "number", $"^[+-]?{Forms.Number}$");
                break;
            case ValueShape.Share:
                Pattern(json, @"^(100(\.0+)?|[0-9]{0,2}(\.[0-9]+)?) *%$");
                break;
            case ValueShape.Flag:
                Either(json, "boolean", null);
                break;
            case ValueShape.Word word:
                Words(json, word.Words);
                break;
            case ValueShape.Comparison:
                Either(json, "number", $"^ *(>=|<=|==|!=|>|<)? *{Forms.Number} *$");
                break;
            case ValueShape.Moment:
                Pattern(json, $"^(t\\+{Forms.Time}|[0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}})?)$");
                break;
            default:
                throw new ArgumentException($"{value.GetType().Name} is no single value", nameof(value));
        }
    }

    private static void Count(Utf8JsonWriter json, ValueShape.Count count)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", "integer");
        json.WriteNumber("minimum", count.Min);
        json.WriteNumber("maximum", count.Max);
        json.WriteEndObject();
        json.WriteStartObject();
        Pattern(json, "^[0-9][0-9_]*$");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Either(Utf8JsonWriter json, string type, string? pattern)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteEndObject();
        json.WriteStartObject();
        Pattern(json, pattern);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Words(Utf8JsonWriter json, IReadOnlyList<KnownWord> words)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteStartArray("enum");
        foreach (var word in words)
        {
            json.WriteStringValue(word.Value);
        }

        json.WriteEndArray();
        json.WriteStartArray("enumDescriptions");
        foreach (var word in words)
        {
            json.WriteStringValue(word.Doc);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject();
        Pattern(json, null);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Pattern(Utf8JsonWriter json, string? pattern)
    {
        json.WriteString("type", "string");
        json.WriteString("pattern", pattern is null ? Variable : $"{pattern}|{Variable}");
    }

    private static void Types(Utf8JsonWriter json, params ReadOnlySpan<string> types)
    {
        json.WriteStartArray("type");
        foreach (var type in types)
        {
            json.WriteStringValue(type);
        }

        json.WriteEndArray();
    }
}
