using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Layouts;

/// <summary>Parts of objects that the org has none of: images in rich text and platform events (REST API Developer Guide, "sObject Rich Text Image Get", "Platform Event Schema"). What is asked for is not there.</summary>
internal static class AbsentEndpoints
{
    private const int SchemaSince = 40;

    public static void MapAbsent(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/sobjects/{object}/{id}/richTextImageFields/{field}/{content}", OfObject);
        app.MapData("GET", "/sobjects/{object}/eventSchema", OfObject, SchemaSince);
        app.MapData("GET", "/event/eventSchema/{schema}", (_, call) => call.Refuse(RowErrors.NotFound), SchemaSince);
    }

    private static void OfObject(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is not null)
        {
            call.Refuse(RowErrors.NotFound);
        }
    }
}
