using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Describe;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Layouts;

/// <summary>Layouts of an object: page, compact, approval and named ones (REST API Developer Guide, "sObject Layouts" and following).</summary>
/// <remarks>The org has one page layout and the system's compact layout for each object, made from its fields; no approval processes and no named layouts.</remarks>
internal static class LayoutEndpoints
{
    private const int CompactSince = 29;
    private const int ManyCompactSince = 31;
    private const int ApprovalSince = 30;
    private const int MostObjects = 100;

    public static void MapLayouts(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/sobjects/{object}/describe/layouts", (org, call) => OfObject(org, call, PageLayout.WriteAll));
        app.MapData("GET", "/sobjects/{object}/describe/layouts/{recordType}", (org, call) => OfRecordType(org, call, PageLayout.Write));
        app.MapData("GET", "/sobjects/Global/describe/layouts", (_, call) => PageLayout.WriteGlobal(call));
        app.MapData("GET", "/sobjects/{object}/describe/compactLayouts", (org, call) => OfObject(org, call, CompactLayout.WriteAll), CompactSince);
        app.MapData("GET", "/sobjects/{object}/describe/compactLayouts/{recordType}", (org, call) => OfRecordType(org, call, CompactLayout.Write), CompactSince);
        app.MapData("GET", "/sobjects/{object}/describe/approvalLayouts", (org, call) => OfObject(org, call, WriteNoApprovals), ApprovalSince);
        app.MapData("GET", "/sobjects/{object}/describe/approvalLayouts/{process}", (_, call) => call.Refuse(RowErrors.NotFound), ApprovalSince);
        app.MapData("GET", "/sobjects/{object}/describe/namedLayouts/{layout}", (_, call) => call.Refuse(RowErrors.NotFound));
        app.MapData("GET", "/compactLayouts", Many, ManyCompactSince);
    }

    private static void OfObject(SalesforceOrg org, SimCall call, Action<SimCall, SObjectType> write)
    {
        if (LayoutableType(org, call) is { } type && !RowConditions.AnswerUnchanged(org, call, DescribeEndpoints.SchemaChangedAt(org)))
        {
            write(call, type);
        }
    }

    // The master record type is the only one.
    private static void OfRecordType(SalesforceOrg org, SimCall call, Action<SimCall, SObjectType> write)
    {
        if (LayoutableType(org, call) is not { } type)
        {
            return;
        }

        if (SalesforceId.TryParse(call.Route("recordType"), out var id) && id.ToString() == PageLayout.MasterRecordType)
        {
            write(call, type);
        }
        else
        {
            call.Refuse(RowErrors.NotFound);
        }
    }

    private static SObjectType? LayoutableType(SalesforceOrg org, SimCall call)
    {
        var type = RowEndpoints.TypeOf(org, call);
        if (type is { Writable: false })
        {
            // layoutable: false in its describe.
            call.Refuse(RowErrors.NotFound);
            return null;
        }

        return type;
    }

    private static void WriteNoApprovals(SimCall call, SObjectType type)
    {
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("approvalLayouts"u8);
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static void Many(SalesforceOrg org, SimCall call)
    {
        var names = call.Http.Request.Query["q"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length is 0 or > MostObjects)
        {
            call.Refuse(400, "MISSING_ARGUMENT", $"The parameter q must name 1 to {MostObjects} objects.");
            return;
        }

        if (Array.Find(names, name => org.Store.Schema.Find(name) is not { Writable: true }) is { } unknown)
        {
            call.Refuse(400, "INVALID_TYPE", $"sObject type '{unknown}' is not supported.");
            return;
        }

        call.Json.WriteStartObject();
        foreach (var type in names.Select(name => org.Store.Schema.Find(name)!).Distinct())
        {
            call.Json.WritePropertyName(type.Name);
            CompactLayout.Write(call, type);
        }

        call.Json.WriteEndObject();
    }
}
