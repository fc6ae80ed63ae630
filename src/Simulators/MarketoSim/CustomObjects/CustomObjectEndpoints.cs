using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.CustomObjects.Metadata;
using SfMarketo.MarketoSim.Objects;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.CustomObjects;

/// <summary>Source: Marketo REST API, "Custom objects".</summary>
internal static class CustomObjectEndpoints
{
    private const MarketoPermissions Read = MarketoPermissions.ReadCustomObject;
    private const MarketoPermissions Write = MarketoPermissions.ReadWriteCustomObject;

    public static void MapCustomObjects(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/customobjects.json") { Get = Reads(CustomObjectsPage.Answer, Read) });
        app.MapObject(new ObjectRoute("/rest/v1/customobjects/{name}", call => call.Store.Objects.FindCustom((string)call.Sim.Http.Request.RouteValues["name"]!), Read, Write) { TakesJson = true, Absence = Absence });
        app.MapCustomObjectTypes();
    }

    /// <summary>1026 where the subscription has no custom objects.</summary>
    public static MarketoError? Absence(MarketoCall call) => call.Instance.Options.CustomObjectsEnabled ? null : MarketoErrors.CustomObjectsNotEnabled;
}
