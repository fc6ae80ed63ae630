using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SfMarketo.Kernel.Guidance;

/// <summary>What the simulator behind a request answers, as it is mapped.</summary>
public static class RoutedOperations
{
    /// <param name="http">A request at the simulator.</param>
    /// <param name="methods">The methods of an endpoint.</param>
    public static IEnumerable<Operation> Of(HttpContext http, Func<Endpoint, IEnumerable<string>> methods)
    {
        ArgumentNullException.ThrowIfNull(http);
        foreach (var endpoint in http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            foreach (var method in methods(endpoint))
            {
                yield return new Operation(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));
            }
        }
    }

    /// <summary>The methods that the web server's routing knows of an endpoint.</summary>
    public static IEnumerable<string> Mapped(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
}
