using Microsoft.AspNetCore.Builder;
using SfMarketo.Harness.Network;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Kernel.Hosting;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Running;

/// <summary>Two simulated systems on one virtual clock, each behind its inline server. Engine lives come and go in it.</summary>
public sealed class World : IAsyncDisposable
{
    private readonly WebApplication marketoApp;
    private readonly WebApplication salesforceApp;
    private readonly InlineServer marketoServer = new();
    private readonly InlineServer salesforceServer = new();

    private readonly string network;

    private World(VirtualClock clock, Draws draws, MarketoInstance marketo, SalesforceOrg salesforce, string network)
    {
        this.network = network;
        Clock = clock;
        Draws = draws;
        Marketo = marketo;
        Salesforce = salesforce;
        marketoApp = SimHost.Build(marketo, MarketoSimEndpoints.MapMarketoSim, marketoServer);
        salesforceApp = SimHost.Build(salesforce, SalesforceSimEndpoints.MapSalesforceSim, salesforceServer);
    }

    public VirtualClock Clock { get; }

    /// <summary>The run's seed; every concern forks its own generator from it.</summary>
    public Draws Draws { get; }

    public MarketoInstance Marketo { get; }

    public SalesforceOrg Salesforce { get; }

    public static async Task<World> StartAsync(WorldSettings settings)
    {
        var clock = new VirtualClock(settings.Start);
        var draws = new Draws(settings.Seed) { Perturbed = settings.Perturbed };
        var world = new World(clock, draws, new MarketoInstance(settings.Marketo, clock, draws.Fork("marketo")), new SalesforceOrg(settings.Salesforce, clock, draws.Fork("salesforce")), settings.Network);
        await world.marketoApp.StartAsync();
        await world.salesforceApp.StartAsync();
        return world;
    }

    /// <summary>A way to Marketo for one client.</summary>
    public SimulatedNetwork NetworkToMarketo(LatencyDistribution latency, string client) => new(marketoServer, latency, Draws.Fork(client + network + ".network.marketo"), Clock);

    /// <summary>A way to Salesforce for one client.</summary>
    public SimulatedNetwork NetworkToSalesforce(LatencyDistribution latency, string client) => new(salesforceServer, latency, Draws.Fork(client + network + ".network.salesforce"), Clock);

    public async ValueTask DisposeAsync()
    {
        await marketoApp.DisposeAsync();
        await salesforceApp.DisposeAsync();
    }
}
