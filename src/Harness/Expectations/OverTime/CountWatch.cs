using System.Globalization;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>How many rows fit: each change re-tests its one row.</summary>
internal sealed class CountWatch : Watch
{
    private readonly Expectation.Count count;
    private readonly Dictionary<string, EndRecord> fitting = [];

    public CountWatch(Expectation.Count count, TrackedRows rows)
    {
        this.count = count;
        foreach (var (key, row) in rows.Live)
        {
            Test(key, row);
        }
    }

    public override long Fitting => fitting.Count;

    public override bool All => count.Is.Holds(fitting.Count);

    public override bool Any => All;

    public override string Value => string.Create(CultureInfo.InvariantCulture, $"it is {fitting.Count}");

    public override void Apply(TrackedRows rows, long now)
    {
        foreach (var change in rows.Changes)
        {
            Test(change.Key, change.After);
        }
    }

    public override IReadOnlyList<Witness> Witnesses(bool ofTruth) =>
        [.. fitting.OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(Witness.Shown).Select(pair => new Witness(pair.Value.Id, $"{count.Of.Words} {pair.Value.Id} fits"))];

    private void Test(string key, EndRecord? row)
    {
        if (row is not null && FieldTests.Fit(count.Where, row, row))
        {
            fitting[key] = row;
        }
        else
        {
            fitting.Remove(key);
        }
    }
}
