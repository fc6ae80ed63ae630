using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Tags;

/// <summary>Source: Marketo REST API, "Tags".</summary>
internal static class TagEndpoints
{
    public static void MapTags(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/asset/v1/tagTypes.json") { Get = AssetOperations.Reads(TagAssets.Answer) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/tagType/byName.json") { Get = AssetOperations.Reads(TagAssets.AnswerByName) });
    }
}
