using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Lists;

/// <summary>Source: Marketo REST API, "Lists" (lead permissions) and, of the asset API, "Static lists".</summary>
internal static class ListEndpoints
{
    public static void MapLists(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/lists.json") { Get = Reads(ListsPage.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/lists/{id}.json") { Get = Reads(ListsPage.AnswerOne) });
        app.MapRoute(new MarketoRoute("/rest/v1/lists/{id}/leads.json")
        {
            Get = Reads(ListMembersPage.Answer),
            Post = Writes(ListMembership.Add),
            Delete = Writes(ListMembership.Remove),
        });
        app.MapRoute(new MarketoRoute("/rest/v1/list/{id}/leads.json") { Get = Reads(ListMembersPage.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/lists/{id}/leads/ismember.json") { Get = Reads(ListMembership.IsMember) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/staticLists.json") { Get = AssetOperations.Reads(StaticListAssets.Answer), Post = AssetOperations.Writes(StaticListWrites.Create) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/staticList/byName.json") { Get = AssetOperations.Reads(StaticListAssets.AnswerByName) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/staticList/{id}.json") { Get = AssetOperations.Reads(StaticListAssets.AnswerOne), Post = AssetOperations.Writes(StaticListWrites.Update) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/staticList/{id}/delete.json") { Post = AssetOperations.Writes(StaticListWrites.Delete) });
    }
}
