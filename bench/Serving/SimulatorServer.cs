using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Control;
using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Hosting;

namespace SfMarketo.Bench.Serving;

/// <summary>A simulator as <c>sfmarketo sim</c> serves it: token, journal, limits that are counted and never reached, a fault rule that never hits.</summary>
internal static class SimulatorServer
{
    private const int JournalLines = 65_536;

    /// <param name="simulator">With its records.</param>
    /// <param name="map">Its endpoints.</param>
    /// <param name="nowhere">Path of the fault rule, which nobody calls.</param>
    public static async Task<(IAsyncDisposable Server, string Address)> StartAsync(Simulator simulator, Action<IEndpointRouteBuilder> map, string nowhere)
    {
        simulator.Faults.Add(new FaultMatch { Path = nowhere }, new Occurrence(times: null), [new StatusEffect(503)]);
        GC.Collect();
        var app = SimHost.Build(simulator, map, configure: builder =>
        {
            builder.Services.AddSingleton(new ControlGroup(JournalLines));
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, 0);
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            });
        });
        await app.StartAsync();
        return (app, app.Urls.First());
    }
}
