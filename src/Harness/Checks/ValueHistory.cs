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
    /// <param name="record">Its id.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="value">The new value.</param>
    /// <param name="isCarried">The engine brought it from the other side: to bring it back is an echo.</param>
    public void Add(string record, string field, object? value, bool isCarried = false)
    {
        if (!changed.TryGetValue((record, field), out var values))
        {
            changed.Add((record, field), values = new Values());
            values.All.Add((start.TryGetValue(record, out var first) ? first[field] : null, false));
        }

        values.All.Add((value, isCarried));
        if (values.All.Count > Kept)
        {
            values.All.RemoveRange(0, Kept / 2);
            values.Forgotten += Kept / 2;
        }
    }

    /// <summary>Number of the first version, not before <paramref name="from"/>, whose value is the one that is looked for; null when there is none.</summary>
    /// <param name="record">Its id.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="from">The first version that counts.</param>
    /// <param name="same">Whether a value is the one.</param>
    /// <param name="carriedToo">Versions that the engine brought from the other side count as well.</param>
    public long? Find(string record, string field, long from, Func<object?, bool> same, bool carriedToo = false)
    {
        if (!changed.TryGetValue((record, field), out var values))
        {
            return from <= 0 && same(start.TryGetValue(record, out var first) ? first[field] : null) ? 0 : null;
        }

        for (var place = (int)Math.Max(0, from - values.Forgotten); place < values.All.Count; place++)
        {
            if ((carriedToo || !values.All[place].IsCarried) && same(values.All[place].Value))
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
        public List<(object? Value, bool IsCarried)> All { get; } = new(2);

        public long Forgotten { get; set; }
    }
}
