using System.Globalization;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations;

/// <summary>Compares what a record holds with what a scenario wrote.</summary>
internal static class ValueText
{
    /// <summary>The value as text: numbers in their shortest form, so that 75 and 75.0 are one.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        decimal number => Shortest(number),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    public static bool Fits(ValueTest test, object? value, EndRecord? row) => test switch
    {
        ValueTest.Is wanted => Same(wanted.Literal, value),
        ValueTest.Not unwanted => !Same(unwanted.Literal, value),
        ValueTest.Between range => Number(value) is { } number && !(number < range.Min) && !(number > range.Max),
        ValueTest.Same other => Of(value) is { } text ? text == Of(row!.Get(other.Field)) : row!.Get(other.Field) is null,
        _ => false,
    };

    private static bool Same(string? literal, object? value)
    {
        if (literal is null || value is null)
        {
            return literal is null && value is null;
        }

        return value is string or bool
            ? literal == Of(value)
            : decimal.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted) && Number(value) == wanted;
    }

    private static decimal? Number(object? value) => value switch
    {
        null or bool => null,
        string text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        IConvertible number => number.ToDecimal(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Shortest(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
