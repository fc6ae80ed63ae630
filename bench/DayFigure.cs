using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;

namespace SfMarketo.Bench;

/// <summary>24 virtual hours of a-day-of-sync, engine with its real store, all judges on.</summary>
internal static class DayFigure
{
    public static async Task RunAsync()
    {
        var runner = new VirtualRunner();
        await runner.RunAsync(ScenarioFile.Read("promotion-story"), new RunOptions(null, null, null), CancellationToken.None);
        foreach (var run in (string[])["first run", "second run, warm"])
        {
            RunResult? result = null;
            var measured = await Measurement.OfAsync(
                async () => result = await runner.RunAsync(ScenarioFile.Read("a-day-of-sync"), new RunOptions(null, null, null), CancellationToken.None));
            var calls = result!.Figures.MarketoCalls + result.Figures.SalesforceCalls;
            Measurement.Say($"  {run}: {result.VirtualDuration.TotalHours:0.0} virtual hours / {measured.Wall.TotalSeconds:0.00} s wall; goal below 10 s; {Verdict.Of(result)}");
            measured.Print("  calls of both simulators", calls, "calls");
        }
    }
}
