using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Schema;

/// <summary>What fields made by API may be called and be.</summary>
/// <remarks>Source: Marketo REST API, "Leads", create fields: a name is unique and has a letter, then letters, digits, underscores; a display name is unique and has no special characters.</remarks>
internal static class FieldNames
{
    private static readonly SortedDictionary<string, PersonFieldType> Types = new(StringComparer.Ordinal)
    {
        ["boolean"] = PersonFieldType.Boolean,
        ["currency"] = PersonFieldType.Currency,
        ["date"] = PersonFieldType.Date,
        ["datetime"] = PersonFieldType.DateTime,
        ["email"] = PersonFieldType.Email,
        ["float"] = PersonFieldType.Float,
        ["integer"] = PersonFieldType.Integer,
        ["percent"] = PersonFieldType.Percent,
        ["phone"] = PersonFieldType.Phone,
        ["score"] = PersonFieldType.Score,
        ["string"] = PersonFieldType.String,
        ["url"] = PersonFieldType.Url,
    };

    /// <summary>Null for a type that cannot be made by API; there is no text area among them.</summary>
    public static PersonFieldType? TypeOf(string name) => Types.TryGetValue(name, out var type) ? type : null;

    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public static bool IsTaken(MarketoCall call, string name) => call.Instance.Schema.Names.Any(other => Same(other, name));

    /// <summary>False when the call was refused.</summary>
    public static bool TryReadName(MarketoCall call, JsonBody record, out string name)
    {
        name = "";
        if (!record.TryText("name", out var text, required: true))
        {
            return false;
        }

        name = text!;
        if (char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') && name.Length <= 255)
        {
            return true;
        }

        call.Fail(MarketoErrors.InvalidData($"Invalid field name '{name}'"));
        return false;
    }

    /// <summary>Why a display name is refused; null when it is not.</summary>
    /// <param name="call">The call.</param>
    /// <param name="displayName">The wanted name.</param>
    /// <param name="own">The field that has it, or null for a new one.</param>
    public static MarketoError? CheckDisplayName(MarketoCall call, string displayName, PersonField? own) =>
        !displayName.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '_' or '-' or '.' or '(' or ')' or '/' or ':') ? MarketoErrors.InvalidData($"Invalid displayName '{displayName}'")
        : call.Instance.Schema.Fields.Any(field => field != own && Same(field.DisplayName, displayName)) ? MarketoErrors.ObjectExists
        : null;
}
