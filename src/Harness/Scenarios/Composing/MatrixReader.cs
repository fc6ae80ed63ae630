using System.Globalization;
using SfMarketo.Harness.Scenarios.Reading;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Composing;

/// <summary>Reads the matrix: every combination of its values is a run.</summary>
internal static class MatrixReader
{
    private const int MostRuns = 64;

    /// <param name="root">The laid tree.</param>
    /// <param name="pinned">Keys that the command line sets: they have that one value.</param>
    /// <param name="problems">Told what is wrong.</param>
    /// <returns>At least one; the last key changes fastest.</returns>
    public static IReadOnlyList<Combination> Combinations(YamlNode.Map root, IReadOnlyList<string> pinned, ProblemList problems)
    {
        var values = new ValueReader(problems);
        switch (root.Find("matrix"))
        {
            case null:
                return [Combination.None];
            case YamlNode.Map { Entries: [] } empty:
                problems.Add(ProblemCode.BadMatrix, empty.Place, "matrix: it is empty", "give it a key with a list of values, or remove it");
                return [Combination.None];
            case YamlNode.Map map:
                return Combined([.. map.Entries.Where(entry => !pinned.Contains(entry.Key.Value))], map, values);
            case var other:
                values.WrongType(other, "matrix", "a map of lists, such as { engine.recordsPerCall: [50, 300] }");
                return [Combination.None];
        }
    }

    private static List<Combination> Combined(IReadOnlyList<YamlNode.Entry> axes, YamlNode.Map map, ValueReader values)
    {
        List<Combination> combined = [Combination.None];
        foreach (var axis in axes)
        {
            var choices = Choices(axis, values);
            if (choices.Count == 0)
            {
                continue;
            }

            if (combined.Count * choices.Count > MostRuns)
            {
                var all = axes.Select(one => one.Value is YamlNode.List list ? list.Items.Count : 1).Aggregate(1L, (product, count) => product * Math.Max(1, count));
                values.Problems.Add(ProblemCode.BadMatrix, map.Place, string.Create(CultureInfo.InvariantCulture, $"matrix: {all} runs are too many"), string.Create(CultureInfo.InvariantCulture, $"at most {MostRuns}: leave values out, or make two scenarios"));
                return [Combination.None];
            }

            combined = [.. combined.SelectMany(one => choices.Select(choice => new Combination([.. one.Choices, new Combination.Choice(axis.Key, choice)])))];
        }

        return combined;
    }

    private static List<YamlNode.Text> Choices(YamlNode.Entry axis, ValueReader values)
    {
        var what = $"matrix: {axis.Key.Value}";
        if (axis.Value is not YamlNode.List list)
        {
            values.WrongType(axis.Value, what, "a list of values, such as [50, 300]");
            return [];
        }

        if (list.Items.Count == 0)
        {
            values.Problems.Add(ProblemCode.BadMatrix, list.Place, $"{what} has no values", "give it at least one, or remove the key");
        }

        List<YamlNode.Text> choices = [];
        foreach (var item in list.Items)
        {
            if (values.Text(item, what) is null)
            {
                continue;
            }

            var text = (YamlNode.Text)item;
            if (choices.Any(choice => choice.Value == text.Value))
            {
                values.Problems.Add(ProblemCode.BadMatrix, text.Place, $"{what} has '{text.Value}' twice", "each value once");
            }

            choices.Add(text);
        }

        return choices;
    }
}
