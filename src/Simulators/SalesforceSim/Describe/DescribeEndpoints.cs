using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Recent;
using SfMarketo.SalesforceSim.Rows;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Describe;

/// <summary>Global describe, object describe and the object's own resource (salesforce-rest.md section 5).</summary>
internal static class DescribeEndpoints
{
    private const int RecentItemsShown = 5;

    public static void MapDescribe(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/sobjects", Global);
        app.MapData("GET", "/sobjects/{object}", Basic);
        app.MapData("GET", "/sobjects/{object}/describe", Describe);
    }

    /// <summary>When the schema changed last: 304 is for clients that have it since. Microseconds since 1970 UTC.</summary>
    public static long SchemaChangedAt(SalesforceOrg org) => (long)org.Store["Organization"][0]![SystemFields.CreatedDate]!;

    private static void Global(SalesforceOrg org, SimCall call)
    {
        if (RowConditions.AnswerUnchanged(org, call, SchemaChangedAt(org)))
        {
            return;
        }

        call.Json.WriteStartObject();
        call.Json.WriteString("encoding"u8, "UTF-8"u8);
        call.Json.WriteNumber("maxBatchSize"u8, 200);
        call.Json.WriteStartArray("sobjects"u8);
        foreach (var type in org.Store.Schema.Objects.Where(FieldSight.Shows))
        {
            call.Json.WriteStartObject();
            ObjectDescription.WriteSummary(call, type, call.DataPath());
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static void Describe(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is { } type && !RowConditions.AnswerUnchanged(org, call, SchemaChangedAt(org)))
        {
            ObjectDescription.Write(call, type, call.DataPath());
        }
    }

    private static void Basic(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is not { } type)
        {
            return;
        }

        call.Json.WriteStartObject();
        call.Json.WriteStartObject("objectDescribe"u8);
        ObjectDescription.WriteSummary(call, type, call.DataPath());
        call.Json.WriteEndObject();
        call.Json.WriteStartArray("recentItems"u8);
        foreach (var row in RecentItems.Of(org.Store[type], ((Session)call.Session!).User.Id, RecentItemsShown))
        {
            RecentItems.Write(call, row);
        }

        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }
}
