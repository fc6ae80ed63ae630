using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Instances;

namespace SfMarketo.Kernel.Hosting;

/// <summary>Builds the web application around a simulator: the same pipeline over sockets, in tests and in virtual time.</summary>
public static class SimHost
{
    /// <param name="simulator">The simulator; it is also in the services, as <see cref="Simulator"/> and as the first of <see cref="SimInstances"/>, to which others may be added.</param>
    /// <param name="map">Maps the simulator's endpoints.</param>
    /// <param name="server">The server to run on; null for Kestrel, whose addresses <paramref name="configure"/> sets.</param>
    /// <param name="configure">Last word on the builder: addresses, certificates.</param>
    public static WebApplication Build(Simulator simulator, Action<IEndpointRouteBuilder> map, IServer? server = null, Action<WebApplicationBuilder>? configure = null)
    {
        // Empty: no configuration files that would be watched, no logging per call, which costs more than the call.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        var instances = new SimInstances(simulator);
        builder.Services.AddSingleton(simulator);
        builder.Services.AddSingleton(instances);
        builder.Services.AddSingleton(simulator.Time);
        if (server is null)
        {
            builder.WebHost.UseKestrelCore();
        }
        else
        {
            builder.Services.AddSingleton(server);
        }

        configure?.Invoke(builder);

        var app = builder.Build();
        var isSocket = server is null;
        app.Use(next => http =>
        {
            instances.Enter(http);
            return next(http);
        });
        app.UseRouting();
        app.Use(next => http => http.Request.Path.StartsWithSegments("/__sim") ? next(http) : instances.Of(http).HandleAsync(http, isSocket));
        map(app);
        return app;
    }
}
