namespace SfMarketo.Harness.Workload;

/// <summary>Field values in the order in which they were given.</summary>
internal static class FieldList
{
    /// <summary>The made-up values, replaced by those that the scenario gives; what it gives beyond them follows.</summary>
    public static List<KeyValuePair<string, object?>> Merge(
        IReadOnlyList<KeyValuePair<string, object?>> madeUp, IReadOnlyList<KeyValuePair<string, object?>> given)
    {
        List<KeyValuePair<string, object?>> merged = [.. madeUp];
        foreach (var pair in given)
        {
            var place = merged.FindIndex(known => known.Key == pair.Key);
            if (place < 0)
            {
                merged.Add(pair);
            }
            else
            {
                merged[place] = pair;
            }
        }

        return merged;
    }
}
