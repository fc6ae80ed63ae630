using SfMarketo.Harness.Running;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Load.Injection;

namespace SfMarketo.Tests.Load.Targets;

/// <summary>A simulated Marketo on a virtual clock with a hundred people in it, and an injector before it.</summary>
internal sealed class LoadStage : IAsyncDisposable
{
    private const int People = 100;

    private readonly int[] ids;

    private LoadStage(World world)
    {
        World = world;
        Runner = new OpenModelRunner(world.Clock, world.Draws.Fork("load"));
        ids = [.. Enumerable.Range(0, People).Select(number => world.Marketo.CreatePerson([new("email", $"p{number}@example.invalid")], "seed"))];
        world.Marketo.Recorder.Add(Journal);
    }

    public World World { get; }

    public ILoadRunner Runner { get; }

    public Journal Journal { get; } = new();

    /// <param name="marketo">Changes the options; the day's quota is raised so that only window and gate refuse.</param>
    /// <param name="seed">Of everything random.</param>
    public static async Task<LoadStage> SetAsync(Func<MarketoSimOptions, MarketoSimOptions>? marketo = null, ulong seed = 7)
    {
        var options = new MarketoSimOptions { Credentials = [EngineCredentials.MarketoCredential], CallsPerDay = 100_000_000 };
        return new LoadStage(await World.StartAsync(new WorldSettings(
            new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero), seed, marketo?.Invoke(options) ?? options, new SalesforceSimOptions())));
    }

    /// <summary>Reads people by id in turn, in the plan's shape, through <paramref name="handler"/>.</summary>
    public async Task<LoadReport> ReadAsync(HttpMessageHandler handler, params IReadOnlyList<LoadSimulation> shape)
    {
        using var target = new MarketoTarget(handler);
        LoadReport? report = null;
        await VirtualPump.RunAsync(World.Clock, async () =>
        {
            await target.SignInAsync();
            Journal.Calls.Clear();
            report = await Runner.RunAsync(new LoadPlan("read leads", number => target.ReadLeadAsync(ids[number % People]), shape), CancellationToken.None);
        });
        return report!;
    }

    /// <summary>A way without latency, or with one.</summary>
    public HttpMessageHandler Network(LatencyDistribution latency = default) => World.NetworkToMarketo(latency, "injector");

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
