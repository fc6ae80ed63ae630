namespace SfMarketo.MarketoSim.Options;

/// <summary>The setting of <see cref="MarketoSwitches.FieldBlockUpdates"/> in words.</summary>
internal static class BlockedFields
{
    public const string None = "none";
    public const string Form = "none or REST names of person fields with commas, as leadSource,leadStatus";

    public static string Show(string names) => names.Length == 0 ? None : names;

    /// <summary>Null for what is no list of names.</summary>
    public static string? TryParse(string text)
    {
        if (text == None)
        {
            return "";
        }

        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0 && names.All(name => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')) ? string.Join(',', names) : null;
    }

    /// <summary>Whether the field is among the names.</summary>
    public static bool Contain(string names, string field)
    {
        foreach (var range in names.AsSpan().Split(','))
        {
            if (names.AsSpan(range).SequenceEqual(field))
            {
                return true;
            }
        }

        return false;
    }
}
