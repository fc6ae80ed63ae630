using System.Globalization;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>What a scalar means as a field's value: quoted text stays text; without quotes null, true, false and numbers are themselves.</summary>
internal static class LiteralText
{
    public static object? Value(YamlNode.Text text)
    {
        if (text.IsNull)
        {
            return null;
        }

        if (!text.Plain)
        {
            return text.Value;
        }

        return text.Value switch
        {
            "true" => true,
            "false" => false,
            // A leading zero or plus marks a code or a telephone number, not a number.
            _ when LooksLikeNumber(text.Value) && long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            _ when LooksLikeNumber(text.Value) && decimal.TryParse(text.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
            _ => text.Value,
        };
    }

    private static bool LooksLikeNumber(string text) =>
        text[0] is '-' or (>= '0' and <= '9') && !(text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]));
}
