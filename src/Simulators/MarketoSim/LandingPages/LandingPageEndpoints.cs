using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.LandingPages;

/// <summary>Source: Marketo REST API, "Landing Pages". They are read only: content, templates and redirects are not simulated.</summary>
internal static class LandingPageEndpoints
{
    public static void MapLandingPages(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/asset/v1/landingPages.json") { Get = AssetOperations.Reads(LandingPageAssets.Answer) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/landingPage/byName.json") { Get = AssetOperations.Reads(LandingPageAssets.AnswerByName) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/landingPage/{id}.json") { Get = AssetOperations.Reads(LandingPageAssets.AnswerOne) });
    }
}
