using System.Globalization;
using System.Text.RegularExpressions;

namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <content>Texts.</content>
internal static partial class FormulaFunctions
{
    private static IEnumerable<FormulaFunction> Texts() =>
    [
        new("&", "tt", FormulaType.Text, (c, a) => a[0].Text(c) + a[1].Text(c)),
        new("TEXT", "a", FormulaType.Text, (c, a) => TextOf(a[0].Value(c))),
        new("LEN", "t", FormulaType.Number, (c, a) => (double)a[0].Text(c).Length),
        new("LEFT", "tn", FormulaType.Text, (c, a) => Cut(a[0].Text(c), 0, a[1].Number(c))),
        new("RIGHT", "tn", FormulaType.Text, (c, a) => Right(a[0].Text(c), a[1].Number(c))),
        new("MID", "tnn", FormulaType.Text, (c, a) => Cut(a[0].Text(c), (a[1].Number(c) ?? 1) - 1, a[2].Number(c))),
        new("UPPER", "tt?", FormulaType.Text, (c, a) => a[0].Text(c).ToUpperInvariant()),
        new("LOWER", "tt?", FormulaType.Text, (c, a) => a[0].Text(c).ToLowerInvariant()),
        new("TRIM", "t", FormulaType.Text, (c, a) => a[0].Text(c).Trim()),
        new("CONTAINS", "tt", FormulaType.Boolean, (c, a) => a[0].Text(c).Contains(a[1].Text(c), StringComparison.Ordinal)),
        new("BEGINS", "tt", FormulaType.Boolean, (c, a) => a[0].Text(c).StartsWith(a[1].Text(c), StringComparison.Ordinal)),
        new("FIND", "ttn?", FormulaType.Number, Find),
        new("SUBSTITUTE", "ttt", FormulaType.Text, (c, a) => a[1].Text(c) is { Length: > 0 } old ? a[0].Text(c).Replace(old, a[2].Text(c), StringComparison.Ordinal) : a[0].Text(c)),
        new("LPAD", "tnt?", FormulaType.Text, (c, a) => Pad(c, a, left: true)),
        new("RPAD", "tnt?", FormulaType.Text, (c, a) => Pad(c, a, left: false)),
        new("REGEX", "tt", FormulaType.Boolean, (c, a) => Matches(c, a)),
        new("BR", "", FormulaType.Text, (_, _) => "\n"),
        new("CASESAFEID", "t", FormulaType.Text, (c, a) => SalesforceId.TryParse(a[0].Text(c), out var id) ? id.ToString() : a[0].Text(c)),
        new("VALUE", "t", FormulaType.Number, (c, a) => double.TryParse(a[0].Text(c), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null),
        new("ISNUMBER", "t", FormulaType.Boolean, (c, a) => double.TryParse(a[0].Text(c), NumberStyles.Float, CultureInfo.InvariantCulture, out _)),
    ];

    private static string TextOf(object? value) => value switch
    {
        double number => ((decimal)number).ToString("0.##################", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        long micros => Kernel.Recording.Micros.ToInstant(micros).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => value as string ?? "",
    };

    private static string Cut(string text, double start, double? count)
    {
        var from = (int)Math.Clamp(start, 0, text.Length);
        return text.Substring(from, (int)Math.Clamp(count ?? 0, 0, text.Length - from));
    }

    private static string Right(string text, double? count)
    {
        var kept = (int)Math.Clamp(count ?? 0, 0, text.Length);
        return text[(text.Length - kept)..];
    }

    private static object? Find(FormulaContext context, FormulaNode[] arguments)
    {
        var text = arguments[1].Text(context);
        var start = arguments.Length == 3 ? (int)Math.Clamp((arguments[2].Number(context) ?? 1) - 1, 0, text.Length) : 0;
        return text.IndexOf(arguments[0].Text(context), start, StringComparison.Ordinal) + 1.0;
    }

    private static object? Pad(FormulaContext context, FormulaNode[] arguments, bool left)
    {
        var text = arguments[0].Text(context);
        var width = (int)Math.Clamp(arguments[1].Number(context) ?? 0, 0, 4_000);
        var filling = arguments.Length == 3 ? arguments[2].Text(context) : " ";
        if (text.Length >= width || filling.Length == 0)
        {
            return text[..Math.Min(text.Length, width)];
        }

        var padding = string.Concat(Enumerable.Repeat(filling, width / filling.Length + 1))[..(width - text.Length)];
        return left ? padding + text : text + padding;
    }

    // The whole text must match, as Java's matches() has it. A pattern that is none matches nothing.
    private static bool Matches(FormulaContext context, FormulaNode[] arguments)
    {
        try
        {
            return Regex.IsMatch(arguments[0].Text(context), $"\\A(?:{arguments[1].Text(context)})\\z", RegexOptions.CultureInvariant);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
