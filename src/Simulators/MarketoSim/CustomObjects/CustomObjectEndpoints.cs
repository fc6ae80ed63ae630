using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Objects;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.CustomObjects;

/// <summary>Source: Marketo REST API, "Custom objects". The metadata endpoints are a tier of their own, which the instance has not: 616.</summary>
internal static class CustomObjectEndpoints
{
    private const MarketoPermissions Read = MarketoPermissions.ReadCustomObject;
    private const MarketoPermissions Write = MarketoPermissions.ReadWriteCustomObject;

    private static readonly string[] MetadataReads = ["fieldDataTypes", "linkableObjects", "{name}/dependentAssets", "{name}/describe"];
    private static readonly string[] MetadataWrites = ["{name}/addField", "{name}/approve", "{name}/delete", "{name}/deleteField", "{name}/discardDraft", "{name}/{field}/updateField"];

    public static void MapCustomObjects(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/customobjects.json") { Get = Reads(CustomObjectsPage.Answer, Read) });
        app.MapObject(new ObjectRoute("/rest/v1/customobjects/{name}", call => call.Store.Objects.FindCustom((string)call.Sim.Http.Request.RouteValues["name"]!), Read, Write) { TakesJson = true });
        app.MapRoute(new MarketoRoute("/rest/v1/customobjects/schema.json") { Get = Reads(NotSubscribed, Read), Post = Writes(NotSubscribed, Write) });
        foreach (var path in MetadataReads)
        {
            app.MapRoute(new MarketoRoute($"/rest/v1/customobjects/schema/{path}.json") { Get = Reads(NotSubscribed, Read) });
        }

        foreach (var path in MetadataWrites)
        {
            app.MapRoute(new MarketoRoute($"/rest/v1/customobjects/schema/{path}.json") { Post = Writes(NotSubscribed, Write) });
        }
    }

    private static void NotSubscribed(MarketoCall call) => call.Fail(MarketoErrors.NotSubscribed);
}
