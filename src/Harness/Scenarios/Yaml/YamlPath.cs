using System.Globalization;

namespace SfMarketo.Harness.Scenarios.Yaml;

/// <summary>Puts a value into a tree at a dotted path of keys and numbers of list entries, such as <c>engine.poll.marketo</c> or <c>load.0.does</c>.</summary>
/// <remarks>Keys that hold dots themselves are found when they are there: <c>switches.marketo.compat.seed</c>.</remarks>
internal static class YamlPath
{
    /// <summary>The changed tree; null when the path leads through something that has no keys.</summary>
    /// <param name="root">Not changed itself.</param>
    /// <param name="path">Of at least one key.</param>
    /// <param name="value">Takes the place of what is there.</param>
    /// <param name="key">Where the path is written, for problems with new keys.</param>
    public static YamlNode? Put(YamlNode root, string path, YamlNode value, Place key)
    {
        if (path.Length == 0)
        {
            return value;
        }

        return root switch
        {
            YamlNode.Map map => IntoMap(map, path, value, key),
            YamlNode.List list => IntoList(list, path, value, key),
            _ => null,
        };
    }

    private static YamlNode.Map? IntoMap(YamlNode.Map map, string path, YamlNode value, Place key)
    {
        var known = map.Entries.Where(entry => Leads(entry.Key.Value, path)).MaxBy(entry => entry.Key.Value.Length);
        if (known is not null)
        {
            return Put(known.Value, Rest(path, known.Key.Value), value, key) is { } changed
                ? new YamlNode.Map([.. map.Entries.Select(entry => entry == known ? entry with { Value = changed } : entry)], map.Place)
                : null;
        }

        // What a switch is called may hold dots; keys of the language hold none.
        var name = path.Contains('.', StringComparison.Ordinal) && !map.Entries.Any(entry => entry.Key.Value.Contains('.', StringComparison.Ordinal)) ? path[..path.IndexOf('.', StringComparison.Ordinal)] : path;
        var below = name == path ? value : Put(new YamlNode.Map([], key), Rest(path, name), value, key);
        return below is null ? null : new YamlNode.Map([.. map.Entries, new YamlNode.Entry(new YamlNode.Text(name, true, key), below)], map.Place);
    }

    private static YamlNode.List? IntoList(YamlNode.List list, string path, YamlNode value, Place key)
    {
        var name = path.Split('.')[0];
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= list.Items.Count || Put(list.Items[index], Rest(path, name), value, key) is not { } changed)
        {
            return null;
        }

        return new YamlNode.List([.. list.Items.Select((item, number) => number == index ? changed : item)], list.Place);
    }

    private static bool Leads(string key, string path) => path == key || (path.StartsWith(key, StringComparison.Ordinal) && path[key.Length] == '.');

    private static string Rest(string path, string key) => path.Length == key.Length ? "" : path[(key.Length + 1)..];
}
