using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Composing;

/// <summary>One cell of the matrix: a value for each of its keys, in the order of the file. Empty for a scenario without a matrix.</summary>
internal sealed record Combination(IReadOnlyList<Combination.Choice> Choices)
{
    public static Combination None { get; } = new([]);

    /// <summary>As a run's name ends and as a problem names it: <c>recordsPerCall=50,dialect=seed</c>.</summary>
    public string Label => string.Join(',', Choices.Select(choice => $"{Short(choice.Key.Value)}={choice.Value.Value}"));

    /// <summary>The run's name: the scenario's own, and the label in brackets.</summary>
    public string Name(string scenario) => Choices.Count == 0 ? scenario : $"{scenario}[{Label}]";

    /// <summary>The last key of a path, unless two paths end the same.</summary>
    private string Short(string key)
    {
        var last = Last(key);
        return Choices.Count(choice => Last(choice.Key.Value) == last) == 1 ? last : key;
    }

    private static string Last(string key) => key[(key.LastIndexOf('.') + 1)..];

    /// <param name="Key">A variable's name or a dotted path.</param>
    /// <param name="Value">What it is in this run.</param>
    internal sealed record Choice(YamlNode.Text Key, YamlNode.Text Value);
}
