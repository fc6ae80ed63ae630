using CsCheck;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>The packed log against a plain list.</summary>
public sealed class ActivityLogTests
{
    private static readonly string[] Repeated = ["Web service API", "MQL", "", "é🙂"];
    private static readonly int[] Types = [1, 10, 12, 13, 22, 104, 100_001];

    private static readonly Gen<object?> Value = Gen.OneOf(
        Gen.Const((object?)null),
        Gen.Bool.Select(flag => (object?)flag),
        Gen.Int.Select(number => (object?)number),
        Gen.Double.Select(number => (object?)number),
        Gen.String[Gen.Char.AlphaNumeric, 0, 200].Select(text => (object?)text),
        Gen.Int[0, 3].Select(place => (object?)Repeated[place]));

    private static readonly Gen<ActivityEntry> Entry = Gen.Select(
        Gen.Long[0, 10_000_000], Gen.Int[1, 1000], Gen.Int[0, 6].Select(place => Types[place]), Gen.Int[0, 5], Gen.Int[0, int.MaxValue], Value.Array[0, 6],
        (at, person, type, primary, campaign, values) => new ActivityEntry(at, person, type, primary, campaign, values.OfType<string>().FirstOrDefault(), values));

    [Fact]
    public void Every_row_comes_back_as_it_was_written()
    {
        Entry.Array[0, 40].Sample(
            entries =>
            {
                var log = Write(entries);

                for (var position = 0; position < entries.Length; position++)
                {
                    Same(log[position], entries[position]);
                }
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void A_search_by_date_finds_the_first_row_of_that_second_or_later_whatever_the_order()
    {
        Gen.Select(Entry.Array[0, 40], Gen.Long[-1_000_000, 12_000_000]).Sample(
            (entries, since) =>
            {
                var first = Array.FindIndex(entries, entry => entry.At / 1_000_000 * 1_000_000 >= since);

                Write(entries).PositionOf(since).Should().Be(first < 0 ? entries.Length : first);
            },
            iter: 500,
            threads: 1);
    }

    [Fact]
    public void A_search_by_date_goes_over_many_chunks()
    {
        var log = new ActivityLog(new WriteConditions());
        for (var number = 0; number < 20_000; number++)
        {
            log.Append(new ActivityEntry(number * 1_000_000L, 1, 13, 0, 0, null, []));
        }

        foreach (var second in new[] { 0, 1, 4095, 4096, 4097, 12_288, 19_999, 20_000, 30_000 })
        {
            log.PositionOf(second * 1_000_000L).Should().Be(Math.Min(second, 20_000));
        }
    }

    [Fact]
    public void A_fork_and_its_origin_go_their_own_ways()
    {
        var log = new ActivityLog(new WriteConditions());
        for (var number = 0; number < 5_000; number++)
        {
            log.Append(Row("both " + number));
        }

        var fork = log.Fork(new WriteConditions());
        log.Append(Row("origin"));
        fork.Append(Row("fork"));
        fork.Append(Row("fork again"));

        (log.Count, fork.Count).Should().Be((5_001, 5_002));
        (log[5_000].Primary, fork[5_000].Primary, fork[5_001].Primary, log[4_999].Primary, fork[4_999].Primary)
            .Should().Be(("origin", "fork", "fork again", "both 4999", "both 4999"));
    }

    private static ActivityEntry Row(string primary) => new(0, 1, 10, 5, 0, primary, [7, primary]);

    private static ActivityLog Write(ActivityEntry[] entries)
    {
        var log = new ActivityLog(new WriteConditions());
        foreach (var entry in entries)
        {
            log.Append(entry);
        }

        return log;
    }

    /// <summary>Values at the end that are null are not kept: they read as if there were none.</summary>
    private static void Same(in ActivityEntry read, in ActivityEntry written)
    {
        (read with { Attributes = written.Attributes }).Should().Be(written);
        var kept = written.Attributes.Reverse().SkipWhile(value => value is null).Reverse();
        read.Attributes.Should().Equal(kept);
    }
}
