using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org.Rules;

namespace SfMarketo.SalesforceSim.Calls;

/// <summary>Maps endpoints of the org; they run synchronously under its gate.</summary>
internal static class OrgEndpoints
{
    /// <summary>Start of all versioned paths.</summary>
    public const string Data = "/services/data/v{version}";

    /// <summary>Maps a resource under <c>/services/data/vNN.0</c>: token, limits and version are checked before it runs. GET takes HEAD too.</summary>
    public static IEndpointConventionBuilder MapData(this IEndpointRouteBuilder app, string method, string pattern, Action<SalesforceOrg, SimCall> work)
    {
        // Names that the user may not see do not exist for the endpoint.
        void Endpoint(SalesforceOrg each, SimCall call)
        {
            if (each.Permissions.Of(call.Client) is { } rights)
            {
                FieldSight.Run(rights, () => work(each, call));
            }
            else
            {
                work(each, call);
            }
        }

        var org = (SalesforceOrg)app.ServiceProvider.GetService(typeof(Simulator))!;
        org.DataRoutes.Add(method, pattern, Endpoint);
        if (method == "GET")
        {
            app.MapCall("HEAD", Data + pattern, call => Endpoint((SalesforceOrg)call.Simulator, call));
        }

        return app.MapCall(method, Data + pattern, call =>
        {
            if (!BodyTexts.Refuse(call))
            {
                Endpoint((SalesforceOrg)call.Simulator, call);
            }
        });
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
