using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Bench;

/// <summary>What judging and hashing cost of a-day-of-sync. Judges and meters: the same run with and without them, best of three by processor time, in turns. The hash: timed record by record inside a run.</summary>
internal static class JudgingFigure
{
    private const int Rounds = 3;

    private static readonly RunOptions Whole = new(null, null, null);

    public static async Task RunAsync()
    {
        var runner = new VirtualRunner();
        Measurement bare = default, judged = default;
        var (hash, calls) = (double.MaxValue, 0L);
        await runner.RunAsync(ScenarioFile.Read("promotion-story"), Whole, CancellationToken.None);
        for (var round = 0; round < Rounds; round++)
        {
            using var records = new RecordsHash();
            var timed = new TimedSink(records);
            var without = await Measurement.OfAsync(() => runner.RunAsync(ScenarioFile.Read("a-day-of-sync"), Whole with { IsJudged = false, IsHashed = false, Watch = timed }, CancellationToken.None));
            RunResult? result = null;
            var with = await Measurement.OfAsync(async () => result = await runner.RunAsync(ScenarioFile.Read("a-day-of-sync"), Whole, CancellationToken.None));
            bare = round == 0 || without.Processor < bare.Processor ? without : bare;
            judged = round == 0 || with.Processor < judged.Processor ? with : judged;
            hash = Math.Min(hash, timed.Spent / without.Wall);
            calls = result!.Figures.MarketoCalls + result.Figures.SalesforceCalls;
        }

        bare.Print("without judges, with the hash", calls, "calls");
        judged.Print("with judges, meters and hash", calls, "calls");
        var (less, whole) = (bare.Processor.TotalSeconds, judged.Processor.TotalSeconds);
        Measurement.Say($"    hash {hash:P1} of a run without judges (goal below 3%); judges and meters {(whole - less) / whole:P1} of the run (goal below 30%)");
    }
}
