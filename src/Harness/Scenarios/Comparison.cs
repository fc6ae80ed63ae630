using System.Globalization;

namespace SfMarketo.Harness.Scenarios;

/// <summary>A condition on a number, written ">= 10". A bare number means "== ".</summary>
public sealed record Comparison(string Operator, double Value)
{
    private static readonly string[] Operators = [">=", "<=", "==", "!=", ">", "<"];

    public static bool TryParse(string text, out Comparison? comparison)
    {
        var rest = text.Trim();
        var sign = Array.Find(Operators, candidate => rest.StartsWith(candidate, StringComparison.Ordinal));
        var digits = sign is null ? rest : rest[sign.Length..].Trim();
        var readable = double.TryParse(digits.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        comparison = readable ? new Comparison(sign ?? "==", value) : null;
        return readable;
    }

    public bool Holds(double actual) => Operator switch
    {
        ">=" => actual >= Value,
        "<=" => actual <= Value,
        ">" => actual > Value,
        "<" => actual < Value,
        "!=" => actual != Value,
        _ => actual == Value,
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Operator} {Value}");
}
