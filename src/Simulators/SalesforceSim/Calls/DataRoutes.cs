using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.Calls;

/// <summary>The versioned resources by path, for calls inside of calls (composite, batch), which do not go through the web server's routing.</summary>
internal sealed class DataRoutes
{
    private readonly List<Route> routes = [];

    public void Add(string method, string pattern, Action<SalesforceOrg, SimCall> endpoint)
    {
        var template = TemplateParser.Parse((OrgEndpoints.Data + pattern).TrimStart('/'));
        if (!routes.Exists(route => route.Method == method && route.Template == template.TemplateText))
        {
            routes.Add(new Route(method, template.TemplateText!, RoutePrecedence.ComputeInbound(template), new TemplateMatcher(template, []), endpoint));
        }
    }

    /// <summary>The endpoint with the most literal path, as the web server's routing chooses; its route values are set. Null when there is none.</summary>
    /// <param name="call">The inner call.</param>
    /// <param name="allowed">Methods of the path's resource, when it has not the call's.</param>
    public Action<SalesforceOrg, SimCall>? Find(SimCall call, out IReadOnlyList<string> allowed)
    {
        Route? best = null;
        RouteValueDictionary? bestValues = null;
        var others = new List<string>();
        allowed = others;
        var request = call.Http.Request;
        foreach (var route in routes)
        {
            var values = new RouteValueDictionary();
            if (best is not null && route.Precedence >= best.Precedence || !route.Matcher.TryMatch(request.Path, values))
            {
                continue;
            }

            if (route.Method != request.Method && !(route.Method == "GET" && request.Method == "HEAD"))
            {
                others.Add(route.Method);
                if (route.Method == "GET")
                {
                    others.Add("HEAD");
                }

                continue;
            }

            (best, bestValues) = (route, values);
        }

        if (best is null)
        {
            return null;
        }

        request.RouteValues = bestValues!;
        return best.Endpoint;
    }

    private sealed record Route(string Method, string Template, decimal Precedence, TemplateMatcher Matcher, Action<SalesforceOrg, SimCall> Endpoint);
}
