using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Objects;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.NamedAccounts;

/// <summary>Source: Marketo REST API, "Named accounts", "Named account lists".</summary>
internal static class NamedAccountEndpoints
{
    private const MarketoPermissions ReadLists = MarketoPermissions.ReadNamedAccountList;
    private const MarketoPermissions WriteLists = MarketoPermissions.ReadWriteNamedAccountList;

    public static void MapNamedAccounts(this IEndpointRouteBuilder app)
    {
        app.MapObject(new ObjectRoute("/rest/v1/namedaccounts", call => call.Store.Objects.NamedAccounts, MarketoPermissions.ReadNamedAccount, MarketoPermissions.ReadWriteNamedAccount) { HasSchema = true });
        app.MapObject(new ObjectRoute("/rest/v1/namedAccountLists", call => call.Store.Objects.NamedAccountLists, ReadLists, WriteLists) { HasDescribe = false });
        app.MapRoute(new MarketoRoute("/rest/v1/namedAccountList/{id}/namedAccounts.json") { Get = Reads(AccountsOfList.Answer, ReadLists), Post = Writes(AccountsOfList.Add, WriteLists) });
        app.MapRoute(new MarketoRoute("/rest/v1/namedAccountList/{id}/namedAccounts/remove.json") { Post = Writes(AccountsOfList.Remove, WriteLists) });
    }
}
