using CsCheck;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.Tests.Simulators.Salesforce;

public sealed class ChangeLogTests
{
    private static readonly Gen<(int Row, int Step)[]> Writes = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 2]).Array[0, 600];

    [Fact]
    public void Rows_come_in_the_order_of_stamp_and_number_whatever_was_written_and_compacted() => Gen.Select(Writes, Gen.Int[0, 700]).Sample((writes, since) =>
    {
        var log = new ChangeLog();
        var last = new SortedDictionary<int, long>();
        var stamp = 0L;
        foreach (var (row, step) in writes)
        {
            stamp += step;
            log.Append(stamp, row);
            last[row] = stamp;
        }

        log.Since(since).Should().Equal(last.Where(entry => entry.Value >= since).OrderBy(entry => entry.Value).ThenBy(entry => entry.Key).Select(entry => entry.Key));
    });

    [Fact]
    public void A_fork_and_its_origin_do_not_see_each_others_writes()
    {
        var log = new ChangeLog();
        log.Append(1, 0);
        var fork = log.Fork();

        log.Append(2, 0);
        fork.Append(2, 1);

        log.Since(0).Should().Equal(0);
        fork.Since(0).Should().Equal(0, 1);
        fork.Since(2).Should().Equal(1);
    }
}
