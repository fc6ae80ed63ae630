using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query;
using SfMarketo.SalesforceSim.Rows;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.ListViews;

/// <summary><c>/sobjects/{O}/listviews</c> (REST API Developer Guide, "List Views", "List View Describe", "List View Results", "Recent List Views").</summary>
/// <remarks>Each object has the three standard lists; the column types are those of describe.</remarks>
internal static class ListViewEndpoints
{
    private const int Since = 32;
    private const int RowsShown = 25;
    private const int MostRows = 2_000;

    public static void MapListViews(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/sobjects/{object}/listviews", (org, call) => List(org, call, _ => true), Since);
        app.MapData("GET", "/sobjects/{object}/listviews/recent", (org, call) => List(org, call, view => view.Kind == ListViewKind.Recent), Since);
        app.MapData("GET", "/sobjects/{object}/listviews/{view}", (org, call) => With(org, call, view => WriteEntry(call, view)), Since);
        app.MapData("GET", "/sobjects/{object}/listviews/{view}/describe", (org, call) => With(org, call, view => Describe(call, view)), Since);
        app.MapData("GET", "/sobjects/{object}/listviews/{view}/results", (org, call) => With(org, call, view => Results(org, call, view)), Since);
    }

    private static string UserId(SimCall call) => ((Session)call.Session!).User.Id;

    private static void List(SalesforceOrg org, SimCall call, Func<ListView, bool> shown)
    {
        if (TypeOf(org, call) is not { } type || Number(call, "limit", MostRows) is not { } limit)
        {
            return;
        }

        var views = ListView.Of(type).Where(shown).Take(limit).ToList();
        var json = call.Json;
        json.WriteStartObject();
        json.WriteBoolean("done"u8, true);
        json.WriteStartArray("listviews"u8);
        views.ForEach(view => WriteEntry(call, view));
        json.WriteEndArray();
        json.WriteNull("nextRecordsUrl"u8);
        json.WriteNumber("size"u8, views.Count);
        json.WriteString("sobjectType"u8, type.Json);
        json.WriteEndObject();
    }

    private static void With(SalesforceOrg org, SimCall call, Action<ListView> answer)
    {
        if (TypeOf(org, call) is not { } type)
        {
            return;
        }

        if (SalesforceId.TryParse(call.Route("view"), out var id) && ListView.Of(type).FirstOrDefault(view => view.Id == id.ToString()) is { } found)
        {
            answer(found);
        }
        else
        {
            call.Refuse(RowErrors.NotFound);
        }
    }

    private static SObjectType? TypeOf(SalesforceOrg org, SimCall call)
    {
        var type = RowEndpoints.TypeOf(org, call);
        if (type is { Writable: false })
        {
            call.Refuse(RowErrors.NotFound);
            return null;
        }

        return type;
    }

    private static void WriteEntry(SimCall call, ListView view)
    {
        var json = call.Json;
        var path = $"{call.DataPath()}/sobjects/{view.Type.Name}/listviews/{view.Id}";
        json.WriteStartObject();
        json.WriteString("describeUrl"u8, path + "/describe");
        json.WriteString("developerName"u8, view.DeveloperName);
        json.WriteString("id"u8, view.Id);
        json.WriteString("label"u8, view.Label);
        json.WriteString("resultsUrl"u8, path + "/results");
        json.WriteBoolean("soqlCompatible"u8, true);
        json.WriteString("url"u8, path);
        json.WriteEndObject();
    }

    private static void Describe(SimCall call, ListView view)
    {
        var json = call.Json;
        json.WriteStartObject();
        WriteColumns(json, view);
        json.WriteString("id"u8, view.Id);
        json.WriteStartArray("orderBy"u8);
        json.WriteEndArray();
        json.WriteString("query"u8, view.Query(UserId(call)));
        json.WriteNull("relatedEntityId"u8);
        json.WriteString("scope"u8, view.Kind == ListViewKind.Mine ? "mine" : null);
        json.WriteString("sobjectType"u8, view.Type.Json);
        json.WriteNull("whereCondition"u8);
        json.WriteEndObject();
    }

    private static void Results(SalesforceOrg org, SimCall call, ListView view)
    {
        if (Number(call, "limit", RowsShown) is not { } limit || Number(call, "offset", 0) is not { } offset)
        {
            return;
        }

        using var rows = Query(org, call, string.Create(CultureInfo.InvariantCulture, $"{view.Query(UserId(call))} LIMIT {limit} OFFSET {offset}"));
        var records = rows.RootElement.GetProperty("records");
        var json = call.Json;
        json.WriteStartObject();
        WriteColumns(json, view);
        json.WriteString("developerName"u8, view.DeveloperName);
        json.WriteBoolean("done"u8, records.GetArrayLength() < limit);
        json.WriteString("id"u8, view.Id);
        json.WriteString("label"u8, view.Label);
        json.WriteStartArray("records"u8);
        foreach (var record in records.EnumerateArray())
        {
            call.Records++;
            json.WriteStartObject();
            json.WriteStartArray("columns"u8);
            foreach (var (field, _) in view.Columns)
            {
                json.WriteStartObject();
                json.WriteString("fieldNameOrPath"u8, field.Json);
                json.WriteString("value"u8, record.GetProperty(field.Name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("size"u8, records.GetArrayLength());
        json.WriteEndObject();
    }

    private static JsonDocument Query(SalesforceOrg org, SimCall call, string statement)
    {
        var http = new DefaultHttpContext();
        http.Request.RouteValues["version"] = call.Route("version");
        var inner = call.Nest(http, ReadOnlyMemory<byte>.Empty);
        var session = (Session)call.Session!;
        org.Soql.Query(inner, new QueryCaller(session.Username, session.TimeZone, call.DataPath(), SoqlEngine.LargestPage), statement, includeDeleted: false);
        inner.Json.Flush();
        foreach (var item in inner.Delivered)
        {
            call.Deliver(item.Object, item.Id, item.Version);
        }

        return JsonDocument.Parse(inner.Output.ToArray());
    }

    private static int? Number(SimCall call, string name, int absent)
    {
        var text = call.Http.Request.Query[name].ToString();
        if (text.Length == 0)
        {
            return absent;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostRows)
        {
            return number;
        }

        call.Refuse(400, "INVALID_ARGUMENT", $"The parameter {name} must be a whole number up to {MostRows}: {text}");
        return null;
    }

    private static void WriteColumns(Utf8JsonWriter json, ListView view)
    {
        json.WriteStartArray("columns"u8);
        foreach (var (field, hidden) in view.Columns)
        {
            json.WriteStartObject();
            json.WriteNull("ascendingLabel"u8);
            json.WriteNull("descendingLabel"u8);
            json.WriteString("fieldNameOrPath"u8, field.Json);
            json.WriteBoolean("hidden"u8, hidden);
            json.WriteString("label"u8, field.Label);
            json.WriteString("selectListItem"u8, field.Json);
            json.WriteNull("sortDirection"u8);
            json.WriteNull("sortIndex"u8);
            json.WriteBoolean("sortable"u8, field.Sortable);
            json.WriteString("type"u8, field.Type.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
