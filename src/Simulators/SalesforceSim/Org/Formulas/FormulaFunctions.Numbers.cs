namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <content>Numbers. What is done with an empty number is empty, except where the context reads it as 0.</content>
internal static partial class FormulaFunctions
{
    private const double MicrosPerDay = 86_400_000_000;

    private static IEnumerable<FormulaFunction> Numbers() =>
    [
        new("+", "nn", FormulaType.Number, (c, a) => a[0].Number(c) + a[1].Number(c)),
        new("-", "nn", FormulaType.Number, (c, a) => a[0].Number(c) - a[1].Number(c)),
        new("*", "nn", FormulaType.Number, (c, a) => a[0].Number(c) * a[1].Number(c)),
        new("/", "nn", FormulaType.Number, (c, a) => a[1].Number(c) is { } by and not 0 ? a[0].Number(c) / by : null),
        new("^", "nn", FormulaType.Number, (c, a) => a[0].Number(c) is { } number && a[1].Number(c) is { } power ? Finite(Math.Pow(number, power)) : null),
        new("ABS", "n", FormulaType.Number, (c, a) => a[0].Number(c) is { } number ? Math.Abs(number) : null),
        new("ROUND", "nn", FormulaType.Number, (c, a) => Round(a[0].Number(c), a[1].Number(c))),
        new("FLOOR", "n", FormulaType.Number, (c, a) => a[0].Number(c) is { } number ? Math.Truncate(number) : null),
        new("CEILING", "n", FormulaType.Number, (c, a) => a[0].Number(c) is { } number ? number < 0 ? Math.Floor(number) : Math.Ceiling(number) : null),
        new("MFLOOR", "n", FormulaType.Number, (c, a) => a[0].Number(c) is { } number ? Math.Floor(number) : null),
        new("MCEILING", "n", FormulaType.Number, (c, a) => a[0].Number(c) is { } number ? Math.Ceiling(number) : null),
        new("MOD", "nn", FormulaType.Number, (c, a) => a[1].Number(c) is { } by and not 0 ? a[0].Number(c) % by : null),
        new("SQRT", "n", FormulaType.Number, (c, a) => a[0].Number(c) is >= 0 and var number ? Math.Sqrt(number) : null),
        new("EXP", "n", FormulaType.Number, (c, a) => a[0].Number(c) is { } number ? Finite(Math.Exp(number)) : null),
        new("LN", "n", FormulaType.Number, (c, a) => a[0].Number(c) is > 0 and var number ? Math.Log(number) : null),
        new("LOG", "n", FormulaType.Number, (c, a) => a[0].Number(c) is > 0 and var number ? Math.Log10(number) : null),
        new("MAX", "nn*", FormulaType.Number, (c, a) => a.Max(each => each.Number(c))),
        new("MIN", "nn*", FormulaType.Number, (c, a) => a.Min(each => each.Number(c))),
    ];

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;

    private static double? Round(double? number, double? digits)
    {
        if (number is not { } value || digits is not { } places)
        {
            return null;
        }

        if (places >= 0)
        {
            return Math.Round(value, (int)Math.Min(places, 15), MidpointRounding.AwayFromZero);
        }

        var unit = Math.Pow(10, Math.Min(-places, 300));
        return Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
    }
}
