using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Describe;

/// <summary>Global describe, object describe and the object's own resource (salesforce-rest.md section 5).</summary>
internal static class DescribeEndpoints
{
    private const int RecentItems = 5;

    public static void MapDescribe(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/sobjects", Global);
        app.MapData("GET", "/sobjects/{object}", Basic);
        app.MapData("GET", "/sobjects/{object}/describe", Describe);
        foreach (var other in (ReadOnlySpan<string>)["listviews", "defaultValues", "quickActions"])
        {
            app.MapData("GET", "/sobjects/{object}/" + other, (_, call) => Errors.ErrorAnswer.RefuseNotSimulated(call, $"/sobjects/{{object}}/{other}"));
        }
    }

    private static void Global(SalesforceOrg org, SimCall call)
    {
        call.Json.WriteStartObject();
        call.Json.WriteString("encoding"u8, "UTF-8"u8);
        call.Json.WriteNumber("maxBatchSize"u8, 200);
        call.Json.WriteStartArray("sobjects"u8);
        foreach (var type in org.Store.Schema.Objects.Where(FieldSight.Shows))
        {
            call.Json.WriteStartObject();
            ObjectDescription.WriteSummary(call, type);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static void Describe(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is { } type)
        {
            ObjectDescription.Write(call, type);
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
        ObjectDescription.WriteSummary(call, type);
        call.Json.WriteEndObject();
        call.Json.WriteStartArray("recentItems"u8);
        var table = org.Store[type];
        for (var (number, left) = (table.Count - 1, RecentItems); number >= 0 && left > 0; number--)
        {
            if (table[number] is { Deleted: false } row)
            {
                WriteRecent(call, row);
                left--;
            }
        }

        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static void WriteRecent(SimCall call, SRow row)
    {
        call.Json.WriteStartObject();
        call.WriteAttributes(row);
        call.Json.WriteString("Id"u8, row.Id);
        if (row.Type.NameField is { } name)
        {
            FieldValues.WriteJson(call.Json, name, row);
        }

        call.Json.WriteEndObject();
    }
}
