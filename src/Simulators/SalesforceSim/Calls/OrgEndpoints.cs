using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Frame;
using SfMarketo.SalesforceSim.Org.Rules;

namespace SfMarketo.SalesforceSim.Calls;

/// <summary>Maps endpoints of the org; they run synchronously under its gate.</summary>
internal static class OrgEndpoints
{
    /// <summary>Start of all versioned paths.</summary>
    public const string Data = "/services/data/v{version}";

    /// <summary>Maps a resource under <c>/services/data/vNN.0</c>: token, limits and version are checked before it runs, then what <see cref="DataFrame"/> checks. GET takes HEAD too.</summary>
    /// <param name="app">The routes.</param>
    /// <param name="method">In capitals.</param>
    /// <param name="pattern">From behind the version on.</param>
    /// <param name="endpoint">Answers.</param>
    /// <param name="since">First version that has the resource; older ones answer 404. 0 for all.</param>
    public static IEndpointConventionBuilder MapData(this IEndpointRouteBuilder app, string method, string pattern, Action<SalesforceOrg, SimCall> endpoint, int since = 0)
    {
        // Results of jobs are CSV.
        var anyForm = pattern.StartsWith("/jobs", StringComparison.Ordinal);
        void Framed(SalesforceOrg org, SimCall call) => DataFrame.Run(org, call, since, anyForm, Sighted);

        void Sighted(SalesforceOrg org, SimCall call)
        {
            using var sight = FieldSight.Of(org.Permissions.Of(call.Client));
            endpoint(org, call);
        }

        ((SalesforceOrg)app.ServiceProvider.GetService(typeof(Simulator))!).DataRoutes.Add(method, pattern, Framed);
        if (method == "GET")
        {
            app.MapCall("HEAD", Data + pattern, call => Framed((SalesforceOrg)call.Simulator, call));
        }

        return app.MapCall(method, Data + pattern, call => Framed((SalesforceOrg)call.Simulator, call));
    }

    /// <summary>Maps a resource that needs no token and costs no request.</summary>
    public static IEndpointConventionBuilder MapOpen(this IEndpointRouteBuilder app, string method, string pattern, Action<SalesforceOrg, SimCall> endpoint)
    {
        return app.MapCall(method, pattern, call => endpoint((SalesforceOrg)call.Simulator, call)).WithMetadata(OpenEndpoint.Mark);
    }

    /// <summary>The number of the version as requested: 59.</summary>
    public static int ApiVersion(this SimCall call) => int.Parse(call.Route("version").AsSpan(0, call.Route("version").IndexOf('.')), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The path up to the version as requested: <c>/services/data/v59.0</c>.</summary>
    public static string DataPath(this SimCall call) => "/services/data/v" + call.Route("version");
}
