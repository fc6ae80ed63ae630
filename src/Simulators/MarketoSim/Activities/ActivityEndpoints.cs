using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Activities;

/// <summary>Source: Marketo REST API, "Activities" and "Paging tokens".</summary>
internal static class ActivityEndpoints
{
    public static void MapActivities(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/activities/types.json") { Get = Reads(TypesPage.Answer, MarketoPermissions.ReadActivity) });
        app.MapRoute(new MarketoRoute("/rest/v1/activities/pagingtoken.json") { Get = Reads(PagingTokenPage.Answer, MarketoPermissions.ReadActivity) });
        app.MapRoute(new MarketoRoute("/rest/v1/activities.json") { Get = Reads(ActivitiesPage.Answer, MarketoPermissions.ReadActivity) });
        app.MapRoute(new MarketoRoute("/rest/v1/activities/leadchanges.json") { Get = Reads(LeadChangesPage.Answer, MarketoPermissions.ReadActivity) });
        app.MapRoute(new MarketoRoute("/rest/v1/activities/deletedleads.json") { Get = Reads(DeletedLeadsPage.Answer, MarketoPermissions.ReadActivity) });
    }
}
