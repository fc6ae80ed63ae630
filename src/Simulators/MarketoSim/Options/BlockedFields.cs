namespace SfMarketo.MarketoSim.Options;

/// <summary>The setting of <see cref="MarketoSwitches.FieldBlockUpdates"/> in words: <c>none</c>, or <c>block</c> and REST names of person fields with commas.</summary>
internal static class BlockedFields
{
    private const string None = "none";
    private const string Block = "block ";

    /// <summary>Settings to learn the form from.</summary>
    public static readonly string[] Examples = [None, "block leadSource", "block leadSource,leadStatus"];

    public static string Show(string names) => names.Length == 0 ? None : Block + names;

    /// <summary>The names with commas, empty for none; null for what is no setting.</summary>
    public static string? TryParse(string text)
    {
        if (text == None)
        {
            return "";
        }

        if (!text.StartsWith(Block, StringComparison.Ordinal))
        {
            return null;
        }

        var names = text[Block.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
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
