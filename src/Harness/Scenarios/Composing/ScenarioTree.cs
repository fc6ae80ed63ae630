using SfMarketo.Harness.Scenarios.Reading;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Composing;

/// <summary>A scenario's text made whole: used files under it, values of the command line over it, one tree for each run of its matrix.</summary>
internal sealed class ScenarioTree
{
    private static readonly string[] NeverSet = ["matrix", "name", "use", "vars", "version"];

    private readonly YamlNode? root;
    private readonly IReadOnlyList<Override> overrides;
    private readonly IReadOnlyList<string> keys;
    private readonly Dictionary<string, IReadOnlyList<string>> sources;

    /// <param name="file">What messages call it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="set">KEY=VALUE of the command line.</param>
    /// <param name="keys">The keys at the top of a scenario.</param>
    /// <param name="readText">Reads a used file.</param>
    public ScenarioTree(string file, string text, IReadOnlyList<string> set, IReadOnlyList<string> keys, Func<string, string> readText)
    {
        this.keys = keys;
        var used = new UsedFiles(readText, Problems);
        root = used.Read(file, text);
        sources = new(used.Lines, StringComparer.Ordinal) { [Override.File] = set };
        overrides = Override.Read(set, Problems);
        Combinations = root is YamlNode.Map map ? MatrixReader.Combinations(map, [.. overrides.Select(one => one.Key.Value)], Problems) : [Combination.None];
    }

    /// <summary>What is wrong before any run is looked at.</summary>
    public ProblemList Problems { get; } = new();

    /// <summary>At least one.</summary>
    public IReadOnlyList<Combination> Combinations { get; }

    /// <summary>The lines of each used file and of the command line, by the name that problems have.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sources => sources;

    /// <summary>The tree of one run; null when the text is no YAML.</summary>
    /// <param name="combination">One of <see cref="Combinations"/>.</param>
    /// <param name="problems">Told what is wrong.</param>
    /// <param name="unknown">Where variables stand that nobody declares: what a reader says about them is noise.</param>
    public YamlNode? Run(Combination combination, ProblemList problems, out IReadOnlySet<Place> unknown)
    {
        var variables = new Variables(problems);
        unknown = variables.UnknownAt;
        if (root is not YamlNode.Map whole)
        {
            return root;
        }

        variables.Declare(whole);
        var tree = whole;
        foreach (var (key, value) in combination.Choices.Select(choice => (choice.Key, choice.Value)))
        {
            tree = With(tree, key, value, ProblemCode.BadMatrix, isVariable: !IsPath(key.Value), variables, problems);
        }

        foreach (var one in overrides)
        {
            tree = With(tree, one.Key, one.Value, ProblemCode.BadOverride, isVariable: IsAxis(whole, one.Key.Value) && !IsPath(one.Key.Value), variables, problems);
        }

        return variables.Filled(tree);
    }

    private bool IsPath(string key) => key.Contains('.', StringComparison.Ordinal) || keys.Contains(key);

    private static bool IsAxis(YamlNode.Map whole, string key) => whole.Find("matrix") is YamlNode.Map axes && axes.Find(key) is not null;

    private YamlNode.Map With(YamlNode.Map tree, YamlNode.Text key, YamlNode value, string code, bool isVariable, Variables variables, ProblemList problems)
    {
        if ((variables.Has(key.Value) || isVariable) && value is YamlNode.Text text)
        {
            variables.Set(key, text);
            return tree;
        }

        if (NeverSet.Contains(key.Value.Split('.')[0]))
        {
            problems.Add(code, key.Place, $"'{key.Value}' cannot be set", "set a variable by its name, or another key");
            return tree;
        }

        if (!IsPath(key.Value))
        {
            problems.Add(code, key.Place, $"'{key.Value}' is no variable and no key", Closest.Suggest(key.Value, [.. variables.Names, .. keys.Except(NeverSet).Order(StringComparer.Ordinal)], "variables and keys"));
            return tree;
        }

        if (YamlPath.Put(tree, key.Value, value, key.Place) is YamlNode.Map changed)
        {
            return changed;
        }

        problems.Add(code, key.Place, $"'{key.Value}' leads nowhere", "write the keys from the top with dots, and the number of an entry of a list from 0, such as load.0.does");
        return tree;
    }
}
