using System.Globalization;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations;

/// <summary>Holds a scenario's expectations against what both systems hold at the end.</summary>
public sealed class ExpectationJudge(IEndRecords records, IReadOnlyList<NamedRecord> named, int deadLetters)
{
    /// <param name="expectations">Those over time are left out: they are judged while the run goes on.</param>
    public IReadOnlyList<ExpectationResult> Judge(IReadOnlyList<Expectation> expectations) => [.. expectations.Where(one => one.Held.Hold == Hold.End).Select(Judge)];

    private ExpectationResult Judge(Expectation expectation) => expectation switch
    {
        Expectation.Every every => Every(every),
        Expectation.Count count => Count(count),
        Expectation.Named one => Named(one),
        Expectation.DeadLetters letters => Number(letters, deadLetters, letters.Is, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(expectation), expectation, "unknown expectation"),
    };

    private ExpectationResult Every(Expectation.Every every)
    {
        List<string> failures = [];
        string? witness = null;
        var examined = 0L;
        var counterparts = every.Of is null ? null : new CounterpartIndex(records.Rows(every.Of), every.With);
        foreach (var row in records.Rows(every.Each))
        {
            if (!FieldTests.Fit(every.Where, row, row))
            {
                continue;
            }

            examined++;
            if (counterparts is null)
            {
                failures.AddRange(FieldTests.Wrong(every.Each, row, every.With, row));
            }
            else if (counterparts.Count(row) is var count && count != every.Exactly)
            {
                failures.Add(FieldTests.WrongNumber(every, row, count));
            }

            witness ??= failures.Count > 0 ? row.Id : null;
        }

        if (examined == 0)
        {
            failures.Add($"no {every.Each.Words} fits 'where', so this examined nothing");
        }

        return Result(every, examined, failures) with { Witness = witness };
    }

    private ExpectationResult Count(Expectation.Count count)
    {
        var rows = records.Rows(count.Of);
        return Number(count, rows.Count(row => FieldTests.Fit(count.Where, row, row)), count.Is, rows.Count);
    }

    private ExpectationResult Named(Expectation.Named one)
    {
        if (named.FirstOrDefault(record => record.Name == one.Who) is not { } known)
        {
            return Result(one, 0, [$"'{one.Who}' was never made"]);
        }

        var rows = Counterparts.Find(records, known, one.Of);
        List<string> failures = [];
        if (rows.Count != 1)
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{one.Who} ({known.Of.Words} {known.Id}) is {rows.Count} records of {one.Of.Words}, not 1"));
        }

        foreach (var row in rows)
        {
            failures.AddRange(FieldTests.Wrong(one.Of, row, one.With, row));
        }

        return Result(one, rows.Count, failures) with { Witness = failures.Count > 0 ? rows is [var first, ..] ? first.Id : known.Id : null };
    }

    private static ExpectationResult Number(Expectation expectation, long number, Comparison wanted, long examined) =>
        Result(expectation, examined, wanted.Holds(number) ? [] : [string.Create(CultureInfo.InvariantCulture, $"it is {number}")]);

    private static ExpectationResult Result(Expectation expectation, long examined, List<string> failures) =>
        new(ExpectationText.Of(expectation), expectation.Line, failures.Count == 0, examined, failures);

    /// <summary>Counts counterparts by the first bound field instead of comparing each row with each.</summary>
    private sealed class CounterpartIndex
    {
        private readonly IReadOnlyList<EndRecord> all;
        private readonly IReadOnlyList<FieldTest> with;
        private readonly ValueTest.Same? key;
        private readonly Dictionary<string, List<EndRecord>> byKey = [];

        public CounterpartIndex(IReadOnlyList<EndRecord> all, IReadOnlyList<FieldTest> with)
        {
            this.all = all;
            this.with = with;
            if (with.FirstOrDefault(test => test.Test is ValueTest.Same) is not { } bound)
            {
                return;
            }

            key = (ValueTest.Same)bound.Test;
            foreach (var row in all)
            {
                if (ValueText.Of(row.Get(bound.Field)) is { } text)
                {
                    (byKey.TryGetValue(text, out var rows) ? rows : byKey[text] = []).Add(row);
                }
            }
        }

        public int Count(EndRecord row)
        {
            if (key is null || ValueText.Of(row.Get(key.Field)) is not { } text)
            {
                return all.Count(candidate => FieldTests.Fit(with, candidate, row));
            }

            return byKey.TryGetValue(text, out var rows) ? rows.Count(candidate => FieldTests.Fit(with, candidate, row)) : 0;
        }
    }
}
