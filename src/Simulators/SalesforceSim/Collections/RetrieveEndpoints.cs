using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Collections;

/// <summary><c>/composite/sobjects/{O}</c>: many rows of one object by id; absent ones are <c>null</c> in their places.</summary>
internal static class RetrieveEndpoints
{
    private const int MostIds = 2000;

    public static void MapRetrieve(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/composite/sobjects/{object}", Get, CollectionEndpoints.Since);
        app.MapData("POST", "/composite/sobjects/{object}", Post, CollectionEndpoints.Since);
    }

    private static void Get(SalesforceOrg org, SimCall call)
    {
        var query = call.Http.Request.Query;
        var options = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        Answer(org, call, query["ids"].ToString().Split(',', options), query["fields"].ToString().Split(',', options));
    }

    private static void Post(SalesforceOrg org, SimCall call)
    {
        if (!RowBody.CheckContent(call))
        {
            return;
        }

        try
        {
            using var body = JsonDocument.Parse(call.Body);
            Answer(org, call, Texts(body.RootElement, "ids"), Texts(body.RootElement, "fields"));
        }
        catch (JsonException problem)
        {
            call.Refuse(400, "JSON_PARSER_ERROR", JsonPlace.Unexpected(call.Body.Span, problem));
        }
    }

    private static string[] Texts(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static void Answer(SalesforceOrg org, SimCall call, string[] ids, string[] names)
    {
        if (RowEndpoints.TypeOf(org, call) is not { } type)
        {
            return;
        }

        if (ids.Length == 0 || names.Length == 0)
        {
            call.Refuse(400, "MISSING_ARGUMENT", ids.Length == 0 ? "The ids to retrieve must be specified." : "The fields to retrieve must be specified.");
            return;
        }

        if (ids.Length > MostIds)
        {
            call.Refuse(400, "EXCEEDED_ID_LIMIT", $"record limit reached. cannot submit more than {MostIds} records into this call");
            return;
        }

        var (fields, error) = FieldList.Parse(type, names, org.Switches.AlwaysIncludeId);
        if (error is not null)
        {
            call.Refuse(error);
            return;
        }

        WriteRows(org, call, type, ids, fields);
    }

    private static void WriteRows(SalesforceOrg org, SimCall call, SObjectType type, string[] ids, IReadOnlyList<SField> fields)
    {
        var table = org.Store[type];
        call.Json.WriteStartArray();
        foreach (var id in ids)
        {
            if (RowIds.TryParse(org, id, out var parsed) && table.Find(parsed) is { Deleted: false } row)
            {
                call.WriteRow(row, fields);
            }
            else
            {
                call.Json.WriteNullValue();
            }
        }

        call.Json.WriteEndArray();
    }
}
