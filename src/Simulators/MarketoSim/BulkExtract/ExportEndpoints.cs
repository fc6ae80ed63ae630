using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>Source: Marketo REST API, "Bulk extract", "Bulk lead extract", "Bulk activity extract", "Bulk program member extract", "Bulk custom object extract".</summary>
internal static class ExportEndpoints
{
    public static void MapBulkExtract(this IEndpointRouteBuilder app)
    {
        app.MapExport("/bulk/v1/leads", ExportKind.Leads, MarketoPermissions.ReadLead);
        app.MapExport("/bulk/v1/activities", ExportKind.Activities, MarketoPermissions.ReadActivity);
        app.MapExport("/bulk/v1/customobjects/{apiName}", ExportKind.Objects, MarketoPermissions.ReadCustomObject);
        app.MapExport("/bulk/v1/program/members", ExportKind.Members, MarketoPermissions.ReadLead);
    }

    private static void MapExport(this IEndpointRouteBuilder app, string path, ExportKind kind, MarketoPermissions permission)
    {
        var one = path + "/export/{exportId}/";
        app.MapRoute(new MarketoRoute(path + "/export.json") { Get = Reads(call => ExportPage.List(call, kind), permission) });
        app.MapRoute(new MarketoRoute(path + "/export/create.json") { Post = Reads(call => ExportCreation.Answer(call, kind), permission) });
        app.MapRoute(new MarketoRoute(one + "enqueue.json") { Post = Reads(call => ExportPage.Enqueue(call, kind), permission) });
        app.MapRoute(new MarketoRoute(one + "cancel.json") { Post = Reads(call => ExportPage.Cancel(call, kind), permission) });
        app.MapRoute(new MarketoRoute(one + "status.json") { Get = Reads(call => ExportPage.Status(call, kind), permission) });
        app.MapRoute(new MarketoRoute(one + "file.json") { Get = Reads(call => ExportFile.Answer(call, kind), permission) });
    }
}
