using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace SfMarketo.Kernel.Calls;

/// <summary>Maps endpoints that work on a <see cref="SimCall"/>, synchronously and under the simulator's lock.</summary>
public static class SimEndpoints
{
    public static IEndpointConventionBuilder MapCall(this IEndpointRouteBuilder app, string method, string pattern, Action<SimCall> endpoint) =>
        app.MapMethods(pattern, [method], _ => Task.CompletedTask).WithMetadata(new SimEndpoint(endpoint));

    /// <summary>As <see cref="MapCall"/>, for all methods.</summary>
    public static IEndpointConventionBuilder MapCalls(this IEndpointRouteBuilder app, string pattern, Action<SimCall> endpoint) =>
        app.Map(pattern, _ => Task.CompletedTask).WithMetadata(new SimEndpoint(endpoint));

    /// <summary>A route value that the pattern guarantees.</summary>
    public static string Route(this SimCall call, string name) => (string)call.Http.Request.RouteValues[name]!;
}
