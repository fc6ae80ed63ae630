using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>Each row that fits has what it must: one flag a row, tested again when the row, or a counterpart of it, changes.</summary>
internal sealed class EveryWatch : Watch
{
    private readonly Expectation.Every every;
    private readonly RowDeadlines? deadlines;
    private readonly CounterpartGroups? groups;
    private readonly Dictionary<string, EndRecord> fitting = [];
    private readonly HashSet<string> wrong = [];

    /// <param name="every">What must hold.</param>
    /// <param name="rows">Of its object.</param>
    /// <param name="counterparts">Of the object that is counted; null when the row itself is tested.</param>
    /// <param name="deadlines">Told of each row that becomes wrong or right; null when rows have no time of their own.</param>
    /// <param name="start">Microseconds since 1970 UTC.</param>
    public EveryWatch(Expectation.Every every, TrackedRows rows, TrackedRows? counterparts, RowDeadlines? deadlines, long start)
    {
        this.every = every;
        this.deadlines = deadlines;
        groups = counterparts is null ? null : new CounterpartGroups(every, counterparts);
        foreach (var (key, row) in rows.Live.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Place(key, row, start);
        }
    }

    public override long Fitting => fitting.Count;

    public override bool All => wrong.Count == 0;

    public override bool Any => wrong.Count < fitting.Count;

    public override string Value => every.Held.Hold == Hold.Never
        ? FormattableString.Invariant($"{fitting.Count - wrong.Count} of {fitting.Count} had it")
        : FormattableString.Invariant($"{wrong.Count} of {fitting.Count} had it not");

    public override void Apply(TrackedRows rows, long now)
    {
        if (groups is not null && rows.Of == every.Of)
        {
            foreach (var key in groups.Apply(rows.Changes))
            {
                Test(key, fitting[key], now);
            }
        }

        if (rows.Of == every.Each)
        {
            foreach (var change in rows.Changes)
            {
                Place(change.Key, change.After, now);
            }
        }
    }

    public override IReadOnlyList<Witness> Witnesses(bool ofTruth) =>
        [.. fitting.Where(pair => wrong.Contains(pair.Key) != ofTruth).OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(Witness.Shown).Select(pair => Of(pair.Key, pair.Value))];

    /// <summary>What is to be said of a row that fits.</summary>
    public Witness Of(string key) => Of(key, fitting[key]);

    private Witness Of(string key, EndRecord row)
    {
        if (!wrong.Contains(key))
        {
            return new Witness(row.Id, $"{every.Each.Words} {row.Id} has it");
        }

        return new Witness(row.Id, groups is null ? string.Join("; ", FieldTests.Wrong(every.Each, row, every.With, row)) : FieldTests.WrongNumber(every, row, groups.Count(row)));
    }

    private void Place(string key, EndRecord? row, long now)
    {
        if (row is null || !FieldTests.Fit(every.Where, row, row))
        {
            fitting.Remove(key);
            groups?.Forget(key);
            wrong.Remove(key);
            deadlines?.Right(key, now);
            return;
        }

        fitting[key] = row;
        groups?.Place(key, row);
        Test(key, row, now);
    }

    private void Test(string key, EndRecord row, long now)
    {
        if (groups is null ? FieldTests.Fit(every.With, row, row) : groups.Count(row) == every.Exactly)
        {
            wrong.Remove(key);
            deadlines?.Right(key, now);
        }
        else if (wrong.Add(key))
        {
            deadlines?.Wrong(key, now);
        }
    }
}
