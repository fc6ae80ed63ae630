using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace SfMarketo.Kernel.Calls;

/// <summary>Maps endpoints that work on a <see cref="SimCall"/>, synchronously and under the simulator's lock.</summary>
public static class SimEndpoints
{
    public static IEndpointConventionBuilder MapCall(this IEndpointRouteBuilder app, string method, string pattern, Action<SimCall> endpoint)
    {
        return app.MapMethods(pattern, [method], http =>
        {
            var call = http.Features.Get<SimCall>()!;
            lock (call.Simulator.Gate)
            {
                call.Simulator.CatchUp(call.Now);
                endpoint(call);
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>A route value that the pattern guarantees.</summary>
    public static string Route(this SimCall call, string name) => (string)call.Http.Request.RouteValues[name]!;
}
