using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;

namespace SfMarketo.SalesforceSim.Limits;

/// <summary><c>/limits</c> and <c>/limits/recordCount</c> (salesforce-rest.md section 7.1).</summary>
internal static class LimitEndpoints
{
    private const int RecordCountSince = 40;
    private const int CustomPermissionSets = 1_000;

    public static void MapLimits(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/limits", List);
        app.MapData("GET", "/limits/recordCount", CountRecords, RecordCountSince);
    }

    private static void List(SalesforceOrg org, SimCall call)
    {
        org.Requests.Turn(call.Now);
        var all = OtherLimits.All.Select(other => (other.Name, other.Max, Remaining: other.Max))
            .Append((Name: "DailyApiRequests", Max: org.Requests.Limit, Remaining: Math.Max(0, org.Requests.Limit - org.Requests.Used)))
            .Concat(org.Bulk.Remaining(call.Now))
            .OrderBy(limit => limit.Name, StringComparer.Ordinal);
        call.Json.WriteStartObject();
        foreach (var (name, max, remaining) in all)
        {
            call.Json.WriteStartObject(name);
            call.Json.WriteNumber("Max"u8, max);
            call.Json.WriteNumber("Remaining"u8, remaining);
            if (name == "PermissionSets")
            {
                // The one limit with a limit inside.
                call.Json.WriteStartObject("CreateCustom"u8);
                call.Json.WriteNumber("Max"u8, CustomPermissionSets);
                call.Json.WriteNumber("Remaining"u8, CustomPermissionSets);
                call.Json.WriteEndObject();
            }

            call.Json.WriteEndObject();
        }

        call.Json.WriteEndObject();
    }

    // Unknown names are skipped; without names all objects are counted.
    private static void CountRecords(SalesforceOrg org, SimCall call)
    {
        var named = call.Http.Request.Query["sObjects"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("sObjects"u8);
        foreach (var type in org.Store.Schema.Objects)
        {
            if (named.Length == 0 || named.Contains(type.Name, StringComparer.OrdinalIgnoreCase))
            {
                call.Json.WriteStartObject();
                call.Json.WriteNumber("count"u8, org.Store[type].Live);
                call.Json.WriteString("name"u8, type.Json);
                call.Json.WriteEndObject();
            }
        }

        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }
}
