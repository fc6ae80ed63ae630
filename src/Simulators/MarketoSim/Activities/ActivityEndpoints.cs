using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Activities.Custom;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Activities;

/// <summary>Source: Marketo REST API, "Activities" and "Paging tokens".</summary>
internal static class ActivityEndpoints
{
    private const string External = "/rest/v1/activities/external";

    public static void MapActivities(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/activities/types.json") { Get = Reads(TypesPage.Answer, MarketoPermissions.ReadActivity) });
        app.MapRoute(new MarketoRoute("/rest/v1/activities/pagingtoken.json") { Get = Reads(PagingTokenPage.Answer, MarketoPermissions.ReadActivity) });
        app.MapRoute(new MarketoRoute("/rest/v1/activities.json") { Get = Reads(ActivitiesPage.Answer, MarketoPermissions.ReadActivity) });
        app.MapRoute(new MarketoRoute("/rest/v1/activities/leadchanges.json") { Get = Reads(LeadChangesPage.Answer, MarketoPermissions.ReadActivity) });
        app.MapRoute(new MarketoRoute("/rest/v1/activities/deletedleads.json") { Get = Reads(DeletedLeadsPage.Answer, MarketoPermissions.ReadActivity) });
        app.MapRoute(new MarketoRoute(External + ".json") { Post = Writes(ExternalActivities.Answer, MarketoPermissions.ReadWriteActivity) });
        app.MapRoute(new MarketoRoute(External + "/types.json") { Get = Reads(CustomTypesPage.List, MarketoPermissions.ReadActivityMetadata) });
        app.MapRoute(new MarketoRoute(External + "/type.json") { Post = Metadata(CustomTypeForm.Create) });
        app.MapRoute(new MarketoRoute(External + "/type/{apiName}.json") { Post = Metadata(CustomTypeForm.Update) });
        app.MapRoute(new MarketoRoute(External + "/type/{apiName}/describe.json") { Get = Reads(CustomTypesPage.Describe, MarketoPermissions.ReadActivityMetadata) });
        app.MapRoute(new MarketoRoute(External + "/type/{apiName}/approve.json") { Post = Metadata(CustomTypesPage.Approve) });
        app.MapRoute(new MarketoRoute(External + "/type/{apiName}/discardDraft.json") { Post = Metadata(CustomTypesPage.DiscardDraft) });
        app.MapRoute(new MarketoRoute(External + "/type/{apiName}/delete.json") { Post = Metadata(CustomTypesPage.Delete) });
        app.MapRoute(new MarketoRoute(External + "/type/{apiName}/attributes/create.json") { Post = Metadata(CustomAttributesForm.Create) });
        app.MapRoute(new MarketoRoute(External + "/type/{apiName}/attributes/update.json") { Post = Metadata(CustomAttributesForm.Update) });
        app.MapRoute(new MarketoRoute(External + "/type/{apiName}/attributes/delete.json") { Post = Metadata(CustomAttributesForm.Delete) });
    }

    private static MarketoOperation Metadata(Action<MarketoCall> answer) => Writes(answer, MarketoPermissions.ReadWriteActivityMetadata);
}
