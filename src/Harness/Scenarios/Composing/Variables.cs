using System.Text.RegularExpressions;
using SfMarketo.Harness.Scenarios.Reading;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Composing;

/// <summary>The named values of a scenario, and the tree in which <c>${name}</c> has become them.</summary>
internal sealed partial class Variables(ProblemList problems)
{
    private readonly Dictionary<string, YamlNode.Entry> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    private readonly HashSet<Place> unknownAt = [];
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);

    /// <summary>In order, for suggestions.</summary>
    public IReadOnlyList<string> Names => [.. known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Where variables stand that nobody declares.</summary>
    public IReadOnlySet<Place> UnknownAt => unknownAt;

    /// <summary>Takes what <c>vars</c> says.</summary>
    public void Declare(YamlNode.Map root)
    {
        if (root.Find("vars") is not { } node)
        {
            return;
        }

        var values = new ValueReader(problems);
        if (node is not YamlNode.Map map)
        {
            values.WrongType(node, "vars", "a map of names and values, such as { rate: 20 }");
            return;
        }

        foreach (var entry in map.Entries)
        {
            known[entry.Key.Value] = entry;
            if (!IsGood(entry, values))
            {
                broken.Add(entry.Key.Value);
            }
        }
    }

    public bool Has(string name) => known.ContainsKey(name);

    public void Set(YamlNode.Text name, YamlNode.Text value)
    {
        known[name.Value] = new YamlNode.Entry(known.GetValueOrDefault(name.Value)?.Key ?? name, value);
        broken.Remove(name.Value);
    }

    /// <summary>The tree without <c>vars</c> and <c>matrix</c>, each <c>${name}</c> replaced; names that nobody uses are problems.</summary>
    public YamlNode.Map Filled(YamlNode.Map root)
    {
        var filled = new YamlNode.Map([.. root.Entries.Where(entry => entry.Key.Value is not ("vars" or "matrix")).Select(entry => entry with { Value = Filled(entry.Value) })], root.Place);
        foreach (var entry in Names.Select(name => known[name]).Where(entry => !used.Contains(entry.Key.Value) && !broken.Contains(entry.Key.Value)))
        {
            problems.Add(ProblemCode.UnusedVar, entry.Key.Place, $"the variable '{entry.Key.Value}' is used nowhere", $"write ${{{entry.Key.Value}}} where its value belongs, or remove it");
        }

        return filled;
    }

    private bool IsGood(YamlNode.Entry entry, ValueReader values)
    {
        var count = problems.Count;
        if (!Name().IsMatch(entry.Key.Value))
        {
            problems.Add(ProblemCode.BadName, entry.Key.Place, $"vars: '{entry.Key.Value}' is no name", "write letters, digits, _ and -, beginning with a letter");
        }
        else if (entry.Value is not YamlNode.Text text)
        {
            values.WrongType(entry.Value, $"vars: {entry.Key.Value}", "one value");
        }
        else if (text.Value.Contains("${", StringComparison.Ordinal))
        {
            problems.Add(ProblemCode.BadText, text.Place, $"vars: {entry.Key.Value} is made of another variable", "write its value");
        }

        return problems.Count == count;
    }

    private YamlNode Filled(YamlNode node) => node switch
    {
        YamlNode.Map map => new YamlNode.Map([.. map.Entries.Select(entry => entry with { Value = Filled(entry.Value) })], map.Place),
        YamlNode.List list => new YamlNode.List([.. list.Items.Select(Filled)], list.Place),
        YamlNode.Text text when text.Value.Contains("${", StringComparison.Ordinal) => Filled(text),
        _ => node,
    };

    private YamlNode.Text Filled(YamlNode.Text text)
    {
        // The whole scalar: the value with its type. The place stays, because that is where a reader of the file looks.
        if (Whole().Match(text.Value) is { Success: true } whole)
        {
            return Value(whole.Groups["name"].Value, text.Place) is { } value ? new YamlNode.Text(value.Value, value.Plain, text.Place) : text;
        }

        var filled = Inside().Replace(text.Value, match => Value(match.Groups["name"].Value, text.Place)?.Value ?? match.Value);
        var isText = LiteralText.Value(new YamlNode.Text(filled, true, text.Place)) is string;
        return new YamlNode.Text(filled, text.Plain && isText, text.Place);
    }

    private YamlNode.Text? Value(string name, Place place)
    {
        if (known.TryGetValue(name, out var entry) && !broken.Contains(name))
        {
            used.Add(name);
            return (YamlNode.Text)entry.Value;
        }

        unknownAt.Add(place);
        if (entry is not null)
        {
            return null;
        }

        problems.Add(ProblemCode.UnknownVar, place, $"there is no variable '{name}'", known.Count == 0 ? $"write vars: {{ {name}: ... }} at the top of the file" : Closest.Suggest(name, Names, "variables"));
        return null;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\$\{(?<name>[^}]*)\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\$\{(?<name>[^}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();
}
