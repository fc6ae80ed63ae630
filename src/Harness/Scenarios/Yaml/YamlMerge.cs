namespace SfMarketo.Harness.Scenarios.Yaml;

/// <summary>Lays one tree over another: maps are merged key by key, anything else of the upper one replaces what lies under it.</summary>
internal static class YamlMerge
{
    public static YamlNode Of(YamlNode under, YamlNode over) =>
        under is YamlNode.Map lower && over is YamlNode.Map upper ? Maps(lower, upper) : over;

    /// <summary>The keys of the lower map first, in its order; then the new ones.</summary>
    private static YamlNode.Map Maps(YamlNode.Map lower, YamlNode.Map upper)
    {
        List<YamlNode.Entry> entries = [];
        foreach (var entry in lower.Entries)
        {
            var above = upper.Entries.FirstOrDefault(one => one.Key.Value == entry.Key.Value);
            entries.Add(above is null ? entry : above with { Value = Of(entry.Value, above.Value) });
        }

        entries.AddRange(upper.Entries.Where(entry => lower.Find(entry.Key.Value) is null));
        return new YamlNode.Map(entries, upper.Place);
    }
}
