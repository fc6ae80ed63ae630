using System.Globalization;

namespace SfMarketo.Harness.Checks;

/// <summary>When a value at Salesforce and one at Marketo are the same.</summary>
internal static class Canonical
{
    private const string NotProvided = "[not provided]";

    /// <summary>Texts without outer blanks, e-mails without case; numbers by value, no score being 0; the create default counts as empty, because it never flows back.</summary>
    public static bool Same(MappedField mapped, object? salesforce, object? marketo)
    {
        if (mapped.Marketo == "leadScore")
        {
            return Number(salesforce) == Number(marketo);
        }

        var comparison = mapped.Marketo == "email" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return string.Equals(Text(salesforce), Text(marketo), comparison);
    }

    private static string Text(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim();
        return text == NotProvided ? "" : text;
    }

    private static decimal Number(object? value) => value switch
    {
        null or "" => 0,
        string text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : decimal.MinValue,
        _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
    };
}
