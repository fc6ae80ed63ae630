using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Bench;

/// <summary>Calls a second of engine and both simulators in a run that is busy all the time: saturated-window with one record a call and a window of one second.</summary>
internal static class BusyFigure
{
    public static async Task RunAsync()
    {
        var scenario = ScenarioFile.Read("saturated-window");
        var quick = new LatencyDistribution(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(40));
        scenario = scenario with
        {
            Limits = scenario.Limits with { Marketo = scenario.Limits.Marketo with { WindowSeconds = 1, CallsPerDay = 100_000_000 } },
            Network = scenario.Network with { Marketo = new NetworkShape.Path(quick, quick), Salesforce = new NetworkShape.Path(quick, quick) },
            Load = [.. scenario.Load.Select(line => line.Does == BusinessEvent.MarketoPersonBecomesMql ? line : line with { Shape = [new LoadSegment.Inject(20, TimeSpan.FromMinutes(10))] })],
            Reached = [],
        };
        var runner = new VirtualRunner();
        await runner.RunAsync(scenario, new RunOptions(null, null, null), CancellationToken.None);
        RunResult? result = null;
        var measured = await Measurement.OfAsync(async () => result = await runner.RunAsync(scenario, new RunOptions(null, null, null), CancellationToken.None));
        measured.Print("engine, both simulators, judges", result!.Figures.MarketoCalls + result.Figures.SalesforceCalls, "calls");
        Measurement.Say($"    Marketo {result.Figures.MarketoCalls:N0}, Salesforce {result.Figures.SalesforceCalls:N0}; {result.VirtualDuration} of virtual time; {Verdict.Of(result)}; goal 3,000 calls/s");
    }
}
