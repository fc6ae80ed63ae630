using SfMarketo.Kernel.Randomness;
using SfMarketo.Tests.Load.Injection;
using SfMarketo.Tests.Load.Targets;

namespace SfMarketo.Bench;

/// <summary>Injector to simulator in virtual time, Get Lead by Id, limits raised so that every call is served.</summary>
internal static class InjectorFigure
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static async Task RunAsync()
    {
        await RunAsync("no latency", default, default);
        await RunAsync("latency 40/200 ms each way, service 150/1200 ms (three timers a call)", Of(40, 200), Of(150, 1_200));
    }

    private static async Task RunAsync(string what, LatencyDistribution latency, LatencyDistribution service)
    {
        await using var stage = await LoadStage.SetAsync(options => options with { CallsPerWindow = 10_000_000, ConcurrentCalls = 1_000_000, ServiceTime = service });
        var network = stage.World.NetworkToMarketo(latency, "injector");
        await stage.ReadAsync(network, new LoadSimulation.Inject(5_000, Second, Second * 10));
        LoadReport? report = null;
        var measured = await Measurement.OfAsync(async () => report = await stage.ReadAsync(stage.World.NetworkToMarketo(latency, "injector"), new LoadSimulation.Inject(5_000, Second, Second * 40)));
        if (report!.CountOf("ok") != report.Due)
        {
            throw new InvalidOperationException("Not every call was served, so the figure would not be one of served calls: " + report);
        }

        measured.Print(what, report.Due, "calls");
    }

    private static LatencyDistribution Of(int median, int p99) => new(TimeSpan.FromMilliseconds(median), TimeSpan.FromMilliseconds(p99));
}
