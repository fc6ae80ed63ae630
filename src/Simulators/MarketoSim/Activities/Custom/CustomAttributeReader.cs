using System.Text.Json;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary>Reads attributes of custom types from a body.</summary>
internal static class CustomAttributeReader
{
    /// <summary>One attribute in full. Without a data type it is a string (unverified).</summary>
    public static CustomAttribute? Read(JsonElement json, CustomAttribute? before, out MarketoError? problem)
    {
        problem = null;
        var apiName = BodyReader.Text(json, "apiName");
        var name = BodyReader.Text(json, "name") ?? before?.Name;
        var dataType = BodyReader.Text(json, "dataType") ?? before?.DataType ?? CustomDataTypes.Default;
        problem = apiName is null ? MarketoErrors.MissingParameter("apiName")
            : name is null ? MarketoErrors.MissingParameter("name")
            : !IsApiName(apiName) ? MarketoErrors.InvalidData($"Invalid apiName '{apiName}'")
            : !CustomDataTypes.Contains(dataType) ? MarketoErrors.InvalidValue(dataType, "dataType")
            : null;
        return problem is null ? new CustomAttribute(apiName!, name!, dataType, BodyReader.Text(json, "description") ?? before?.Description) : null;
    }

    /// <summary>Whether the attribute shall be the primary one.</summary>
    public static bool IsPrimary(JsonElement json) => BodyReader.Member(json, "isPrimary") is { ValueKind: JsonValueKind.True };

    /// <summary>Letters, digits and underscores, at least one letter. Source: Adobe's API definition, CustomActivityType ("alphanumeric, containing at least one letter").</summary>
    public static bool IsApiName(string text) => text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '_') && text.Any(char.IsAsciiLetter);
}
