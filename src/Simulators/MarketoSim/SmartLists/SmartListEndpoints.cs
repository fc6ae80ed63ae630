using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.SmartLists;

/// <summary>Source: Marketo REST API, "Smart Lists".</summary>
internal static class SmartListEndpoints
{
    public static void MapSmartLists(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartLists.json") { Get = AssetOperations.Reads(SmartListAssets.Answer) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartList/byName.json") { Get = AssetOperations.Reads(SmartListAssets.AnswerByName) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartList/{id}.json") { Get = AssetOperations.Reads(SmartListAssets.AnswerOne) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartList/{id}/clone.json") { Post = AssetOperations.Writes(SmartListAssets.Clone) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartList/{id}/delete.json") { Post = AssetOperations.Writes(SmartListAssets.Delete) });
    }
}
