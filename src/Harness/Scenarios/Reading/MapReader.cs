using SfMarketo.Harness.Scenarios.Language;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads the keys of one map. Keys that are not allowed are reported when it is made, keys without a value when they are asked for.</summary>
internal sealed class MapReader
{
    private readonly YamlNode.Map map;
    private readonly ValueReader values;

    private MapReader(YamlNode.Map map, ValueReader values, IReadOnlyList<string> allowed)
    {
        this.map = map;
        this.values = values;
        foreach (var entry in map.Entries)
        {
            if (!allowed.Contains(entry.Key.Value))
            {
                values.Problems.Add(ProblemCode.UnknownKey, entry.Key.Place, $"unknown key '{entry.Key.Value}'", Closest.Suggest(entry.Key.Value, [.. allowed.Order(StringComparer.Ordinal)]));
            }
        }
    }

    public Place Place => map.Place;

    public ProblemList Problems => values.Problems;

    public ValueReader Values => values;

    public static MapReader? Of(YamlNode node, string what, ValueReader values, params string[] allowed)
    {
        if (node is YamlNode.Map map)
        {
            return new MapReader(map, values, allowed);
        }

        values.WrongType(node, what, $"a map with keys such as {allowed[0]}");
        return null;
    }

    /// <summary>The reader of a map of the language, whose keys are those of the shape.</summary>
    /// <param name="node">The map.</param>
    /// <param name="shape">What it may hold.</param>
    /// <param name="values">Told what is wrong.</param>
    /// <param name="what">How a message calls it; null: as the shape does.</param>
    public static MapReader? Of(YamlNode node, MapShape shape, ValueReader values, string? what = null) => Of(node, what ?? shape.What, values, [.. shape.Names]);

    public bool Has(string key) => map.Find(key) is not null;

    /// <summary>The value's node; null when the key is not there or has no value, which is a problem.</summary>
    public YamlNode? Node(string key)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value != key)
            {
                continue;
            }

            if (entry.Value is YamlNode.Text { IsNull: true })
            {
                values.Problems.Add(ProblemCode.NoValue, entry.Key.Place, $"'{key}' has no value", "give it one or remove the key");
                return null;
            }

            return entry.Value;
        }

        return null;
    }

    /// <summary>Reports a key that must be there and is not.</summary>
    public bool Require(string key, string suggestion)
    {
        if (Has(key))
        {
            return true;
        }

        values.Problems.Add(ProblemCode.MissingKey, map.Place, $"'{key}' is missing", suggestion);
        return false;
    }

    public string? Text(string key) => Node(key) is { } node ? values.Text(node, key) : null;

    public TimeSpan? Duration(string key) => Node(key) is { } node ? values.Duration(node, key) : null;

    public int? Count(string key, int min = 0, int max = 1_000_000) => Node(key) is { } node ? values.Count(node, key, min, max) : null;

    public double? Share(string key) => Node(key) is { } node ? values.Share(node, key) : null;

    public bool? Flag(string key) => Node(key) is { } node ? values.Flag(node, key) : null;

    public Comparison? Comparison(string key) => Node(key) is { } node ? values.Comparison(node, key) : null;

    public MapReader? Map(string key, params string[] allowed) => Node(key) is { } node ? Of(node, key, values, allowed) : null;

    public MapReader? Map(string key, MapShape shape) => Node(key) is { } node ? Of(node, key, values, [.. shape.Names]) : null;

    public IReadOnlyList<YamlNode> List(string key, bool emptyAllowed = false)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlNode.List { Items: [] } when !emptyAllowed:
                values.Problems.Add(ProblemCode.NoValue, Node(key)!.Place, $"{key}: the list is empty", "give it an entry or remove the key");
                return [];
            case YamlNode.List list:
                return list.Items;
            case { } other:
                values.WrongType(other, key, "a list");
                return [];
        }
    }

    /// <summary>The used files that lists come from, by the list's key.</summary>
    public IReadOnlyDictionary<string, string> ListFiles() =>
        map.Entries.Where(entry => entry.Value is YamlNode.List { Place.File: not null }).ToDictionary(entry => entry.Key.Value, entry => entry.Value.Place.File!);

    /// <summary>A scalar with its place, for values that need a look of their own.</summary>
    public (string Value, Place Place)? Word(string key) =>
        Node(key) is { } node && values.Text(node, key) is { } text ? (text, node.Place) : null;

    /// <summary>The entries of a map whose keys are data (field names), in the order of the file.</summary>
    public IReadOnlyList<YamlNode.Entry> Entries(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlNode.Map entries:
                return entries.Entries;
            case { } other:
                values.WrongType(other, key, "a map of fields");
                return [];
        }
    }
}
