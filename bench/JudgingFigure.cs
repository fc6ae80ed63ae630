using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;

namespace SfMarketo.Bench;

/// <summary>What judging and hashing cost of a-day-of-sync: the same run without them, with the hash, and with everything. Best of three by processor time, in turns.</summary>
internal static class JudgingFigure
{
    private const int Rounds = 3;

    private static readonly RunOptions Whole = new(null, null, null);

    public static async Task RunAsync()
    {
        var runner = new VirtualRunner();
        (string Name, RunOptions Options)[] kinds =
        [
            ("without judges and hash", Whole with { IsJudged = false, IsHashed = false }),
            ("with the hash", Whole with { IsJudged = false }),
            ("with judges, meters and hash", Whole),
        ];
        var best = new Measurement[kinds.Length];
        long calls = 0;
        await runner.RunAsync(ScenarioFile.Read("promotion-story"), Whole, CancellationToken.None);
        for (var round = 0; round < Rounds; round++)
        {
            for (var kind = 0; kind < kinds.Length; kind++)
            {
                RunResult? result = null;
                var measured = await Measurement.OfAsync(async () => result = await runner.RunAsync(ScenarioFile.Read("a-day-of-sync"), kinds[kind].Options, CancellationToken.None));
                best[kind] = round == 0 || measured.Processor < best[kind].Processor ? measured : best[kind];
                calls = kinds[kind].Options.IsJudged ? result!.Figures.MarketoCalls + result.Figures.SalesforceCalls : calls;
            }
        }

        for (var kind = 0; kind < kinds.Length; kind++)
        {
            best[kind].Print(kinds[kind].Name, calls, "calls");
        }

        var whole = best[^1].Processor.TotalSeconds;
        var (bare, hashed) = (best[0].Processor.TotalSeconds, best[1].Processor.TotalSeconds);
        Measurement.Say($"    hash {(hashed - bare) / whole:P1} of the run (goal below 3%); judges and meters {(whole - hashed) / whole:P1} (goal below 30%)");
    }
}
