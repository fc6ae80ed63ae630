namespace SfMarketo.Harness.Checks;

/// <summary>The values that fields of records have had, oldest first: what was there at the start, then one for each change.</summary>
/// <remarks>Only fields that changed take room, and of one that changes without end the newest values are kept.</remarks>
internal sealed class ValueHistory
{
    private const int Kept = 64;

    private readonly Dictionary<string, StateRecord> start = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Record, string Field), Values> changed = [];

    public void Start(IEnumerable<StateRecord> records)
    {
        foreach (var record in records)
        {
            start[record.Id] = record;
        }
    }

    /// <summary>A record that was made in the run had no values before.</summary>
    public void Add(string record, string field, object? value)
    {
        if (!changed.TryGetValue((record, field), out var values))
        {
            changed.Add((record, field), values = new Values());
            values.All.Add(start.TryGetValue(record, out var first) ? first[field] : null);
        }

        values.All.Add(value);
        if (values.All.Count > Kept)
        {
            values.All.RemoveRange(0, Kept / 2);
            values.Forgotten += Kept / 2;
        }
    }

    /// <summary>Number of the first version, not before <paramref name="from"/>, whose value is the one that is looked for; null when there is none.</summary>
    public long? Find(string record, string field, long from, Func<object?, bool> same)
    {
        if (!changed.TryGetValue((record, field), out var values))
        {
            return from <= 0 && same(start.TryGetValue(record, out var first) ? first[field] : null) ? 0 : null;
        }

        for (var place = (int)Math.Max(0, from - values.Forgotten); place < values.All.Count; place++)
        {
            if (same(values.All[place]))
            {
                return place + values.Forgotten;
            }
        }

        return null;
    }

    /// <summary>Whether versions of the field have been forgotten: a value that is not found may have been one of them.</summary>
    public bool HasForgotten(string record, string field) => changed.TryGetValue((record, field), out var values) && values.Forgotten > 0;

    private sealed class Values
    {
        public List<object?> All { get; } = new(2);

        public long Forgotten { get; set; }
    }
}
