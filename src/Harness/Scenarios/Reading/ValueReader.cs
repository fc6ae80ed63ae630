using System.Globalization;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads single values. Each method answers null after it has reported what is wrong.</summary>
internal sealed class ValueReader(ProblemList problems)
{
    private const string DurationForms = "write a number with its unit: 250ms, 30s, 5m, 24h or 2d";

    public ProblemList Problems { get; } = problems;

    public string? Text(YamlNode node, string what)
    {
        if (node is YamlNode.Text { IsNull: false } text)
        {
            if (text.Value.Length > 0)
            {
                return text.Value;
            }

            Problems.Add(ProblemCode.BadText, node.Place, $"{what}: the text is empty", null);
            return null;
        }

        WrongType(node, what, "text");
        return null;
    }

    public TimeSpan? Duration(YamlNode node, string what, bool zeroAllowed = false)
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        if (DurationText.TryParse(text, out var duration))
        {
            if (duration > TimeSpan.Zero || zeroAllowed)
            {
                return duration;
            }

            Problems.Add(ProblemCode.BadDuration, node.Place, $"{what}: {text} is no time at all", "it must be longer than 0");
        }
        else if (DurationText.TryNumber(text, out _))
        {
            Problems.Add(ProblemCode.BadDuration, node.Place, $"{what}: '{text}' has no unit", $"write {text}s, {text}m or {text}h");
        }
        else
        {
            Problems.Add(ProblemCode.BadDuration, node.Place, $"{what}: '{text}' is no duration", DurationForms);
        }

        return null;
    }

    public int? Count(YamlNode node, string what, int min, int max)
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        if (!long.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Problems.Add(ProblemCode.BadNumber, node.Place, $"{what}: '{text}' is no whole number", $"write a number from {min} to {max}");
            return null;
        }

        if (number < min || number > max)
        {
            Problems.Add(ProblemCode.BadNumber, node.Place, $"{what}: {text} is out of range", $"from {min} to {max} is allowed");
            return null;
        }

        return (int)number;
    }

    public ulong? Seed(YamlNode node, string what)
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        if (ulong.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
        {
            return seed;
        }

        Problems.Add(ProblemCode.BadNumber, node.Place, $"{what}: '{text}' is no seed", "write a whole number of at least 0");
        return null;
    }

    /// <summary>A share as a fraction: 40% is 0.4.</summary>
    public double? Share(YamlNode node, string what)
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        if (!text.EndsWith('%') || !DurationText.TryNumber(text[..^1].TrimEnd(), out var percent))
        {
            var bare = DurationText.TryNumber(text, out var number);
            Problems.Add(ProblemCode.BadShare, node.Place, $"{what}: '{text}' is no share",
                bare ? string.Create(CultureInfo.InvariantCulture, $"write {(number is > 0 and < 1 ? number * 100 : number)}%") : "write a percentage from 0% to 100%");
            return null;
        }

        if (percent > 100)
        {
            Problems.Add(ProblemCode.BadShare, node.Place, $"{what}: {text} is more than all", "from 0% to 100% is allowed");
            return null;
        }

        return percent / 100;
    }

    public bool? Flag(YamlNode node, string what)
    {
        if (node is YamlNode.Text { Plain: true, Value: "true" or "false" } text)
        {
            return text.Value == "true";
        }

        if (node is YamlNode.Text { Plain: false, Value: "true" or "false" } quoted)
        {
            Problems.Add(ProblemCode.WrongType, node.Place, $"{what}: quotes make '{quoted.Value}' a text", $"write {quoted.Value} without quotes");
            return null;
        }

        WrongType(node, what, "true or false");
        return null;
    }

    public Comparison? Comparison(YamlNode node, string what)
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        if (Scenarios.Comparison.TryParse(text, out var comparison))
        {
            return comparison;
        }

        Problems.Add(ProblemCode.BadComparison, node.Place, $"{what}: '{text}' is no comparison", "write a number, or one of >=, <=, ==, !=, >, < and a number, in quotes");
        return null;
    }

    public void WrongType(YamlNode node, string what, string wanted)
    {
        if (node is YamlNode.Text { IsNull: true })
        {
            Problems.Add(ProblemCode.NoValue, node.Place, $"{what} has no value", $"it must be {wanted}");
        }
        else
        {
            Problems.Add(ProblemCode.WrongType, node.Place, $"{what} must be {wanted}, not {node.Kind}", null);
        }
    }
}
