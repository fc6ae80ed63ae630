using System.Text.Json;

namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary>Reads members of a parsed body. Text that is no text (half a surrogate pair) is broken JSON.</summary>
internal static class BodyReader
{
    /// <summary>The member of an object; null when it is not there or null.</summary>
    public static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A text, number or flag as text; null for anything else.</summary>
    /// <exception cref="JsonException">The text is broken.</exception>
    public static string? Scalar(JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => json.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("Invalid text.", broken);
        }
    }

    /// <summary>A member as text; null when it is not there, is empty, or is an object or array.</summary>
    /// <exception cref="JsonException">The text is broken.</exception>
    public static string? Text(JsonElement json, string name) => Member(json, name) is { } member && Scalar(member) is { Length: > 0 } text ? text : null;
}
