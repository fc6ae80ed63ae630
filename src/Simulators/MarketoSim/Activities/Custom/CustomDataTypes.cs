using System.Globalization;
using System.Text.Json;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary>The data types of custom attributes and what they take.</summary>
/// <remarks>Source: Adobe's API definition, CustomActivityTypeAttribute. What an attribute takes beside its own JSON form is unverified: text that reads as the type.</remarks>
internal static class CustomDataTypes
{
    public const string Default = "string";

    private static readonly string[] All = ["string", "boolean", "integer", "float", "link", "email", "currency", "date", "datetime", "phone", "text"];

    public static bool Contains(string dataType) => All.Contains(dataType, StringComparer.Ordinal);

    /// <summary>The value as the log keeps it: null, text, int, double or bool. False when it does not fit.</summary>
    public static bool TryRead(JsonElement json, string dataType, out object? value)
    {
        value = null;
        if (json.ValueKind is JsonValueKind.Null)
        {
            return true;
        }

        if (BodyReader.Scalar(json) is not { } text)
        {
            return false;
        }

        value = text.Length == 0 ? null : dataType switch
        {
            "boolean" => text is "true" or "1" ? Boxes.True : text is "false" or "0" ? Boxes.False : null,
            "integer" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? Boxes.Of(whole) : null,
            "float" or "currency" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
            "date" => WireTime.TryParse(text, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            "datetime" => WireTime.TryParse(text, out var instant) ? WireTime.Format(Kernel.Recording.Micros.From(instant)) : null,
            _ => text,
        };
        return value is not null || text.Length == 0;
    }
}
