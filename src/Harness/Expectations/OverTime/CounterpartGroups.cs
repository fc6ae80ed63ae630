using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>Rows and their counterparts, grouped by the value of the first field that binds them, so that a change concerns one group only.</summary>
internal sealed class CounterpartGroups
{
    private const string Null = "\0";

    private readonly FieldTest? bound;
    private readonly IReadOnlyList<FieldTest> literal;
    private readonly IReadOnlyList<FieldTest> others;
    private readonly Dictionary<string, string> groupOfRow = [];
    private readonly Dictionary<string, string> groupOfCounterpart = [];
    private readonly Dictionary<string, SortedSet<string>> rows = [];
    private readonly Dictionary<string, Dictionary<string, EndRecord>> counterparts = [];

    public CounterpartGroups(Expectation.Every every, TrackedRows all)
    {
        bound = every.With.FirstOrDefault(test => test.Test is ValueTest.Same);
        literal = [.. every.With.Where(test => test.Test is not ValueTest.Same)];
        others = [.. every.With.Where(test => test.Test is ValueTest.Same && test != bound)];
        foreach (var (key, counterpart) in all.Live)
        {
            Set(key, counterpart);
        }
    }

    /// <summary>Takes in changed counterparts; answers the rows whose number may have changed, sorted.</summary>
    public IReadOnlyCollection<string> Apply(IReadOnlyList<RowChange> changes)
    {
        SortedSet<string> touched = new(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            Collect(change.Key, touched);
            Set(change.Key, change.After);
            Collect(change.Key, touched);
        }

        return touched;
    }

    public void Place(string key, EndRecord row)
    {
        var group = bound is { Test: ValueTest.Same same } ? Text(row.Get(same.Field)) : "";
        if (groupOfRow.TryGetValue(key, out var former))
        {
            if (former == group)
            {
                return;
            }

            Forget(key);
        }

        groupOfRow[key] = group;
        (rows.TryGetValue(group, out var there) ? there : rows[group] = new SortedSet<string>(StringComparer.Ordinal)).Add(key);
    }

    public void Forget(string key)
    {
        if (groupOfRow.Remove(key, out var group) && rows[group].Remove(key) && rows[group].Count == 0)
        {
            rows.Remove(group);
        }
    }

    public int Count(EndRecord row)
    {
        var group = bound is { Test: ValueTest.Same same } ? Text(row.Get(same.Field)) : "";
        if (!counterparts.TryGetValue(group, out var there))
        {
            return 0;
        }

        return others.Count == 0 ? there.Count : there.Values.Count(candidate => FieldTests.Fit(others, candidate, row));
    }

    private void Collect(string counterpart, SortedSet<string> touched)
    {
        if (groupOfCounterpart.TryGetValue(counterpart, out var group) && rows.TryGetValue(group, out var there))
        {
            touched.UnionWith(there);
        }
    }

    private void Set(string key, EndRecord? counterpart)
    {
        if (groupOfCounterpart.Remove(key, out var former) && counterparts[former].Remove(key) && counterparts[former].Count == 0)
        {
            counterparts.Remove(former);
        }

        if (counterpart is null || !FieldTests.Fit(literal, counterpart, counterpart))
        {
            return;
        }

        var group = bound is null ? "" : Text(counterpart.Get(bound.Field));
        groupOfCounterpart[key] = group;
        (counterparts.TryGetValue(group, out var there) ? there : counterparts[group] = [])[key] = counterpart;
    }

    private static string Text(object? value) => ValueText.Of(value) ?? Null;
}
