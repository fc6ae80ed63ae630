using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Describe;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.Rows;
using SfMarketo.SalesforceSim.Search;
using SfMarketo.SalesforceSim.Search.Syntax;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Tooling;

/// <summary><c>/tooling</c>: queries and descriptions of what clients ask first (Tooling API, "REST Resources"). What changes metadata or runs code answers 501.</summary>
internal static class ToolingEndpoints
{
    private const string Root = "/tooling";
    private const int FieldsOfRow = 200;

    private static readonly string[] Resources = ["completions", "executeAnonymous", "query", "runTestsAsynchronous", "runTestsSynchronous", "search", "sobjects"];

    public static void MapTooling(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", Root, ListResources);
        app.MapData("GET", Root + "/query", Query);
        app.MapData("GET", Root + "/query/{locator}", (org, call) => Answer(org, call, caller => org.Tooling.Soql.Continue(call, caller, call.Route("locator"))));
        app.MapData("GET", Root + "/search", Search);
        app.MapData("GET", Root + "/completions", Complete);
        app.MapData("GET", Root + "/sobjects", Global);
        app.MapData("GET", Root + "/sobjects/{object}", Basic);
        app.MapData("GET", Root + "/sobjects/{object}/describe", Describe);
        app.MapData("GET", Root + "/sobjects/{object}/{id}", Row);
        app.MapData("POST", Root + "/sobjects/{object}", Create);
        app.MapData("PATCH", Root + "/sobjects/{object}/{id}", Change);
        app.MapData("DELETE", Root + "/sobjects/{object}/{id}", Change);
    }

    private static string PathOf(SimCall call) => call.DataPath() + Root;

    private static void ListResources(SalesforceOrg org, SimCall call)
    {
        call.Json.WriteStartObject();
        foreach (var resource in Resources)
        {
            call.Json.WriteString(resource, $"{PathOf(call)}/{resource}");
        }

        call.Json.WriteEndObject();
    }

    private static void Query(SalesforceOrg org, SimCall call)
    {
        if (!call.Http.Request.Query.TryGetValue("q", out var statement))
        {
            call.Refuse(400, SoqlCodes.MalformedQuery, "A query string has to be specified");
            return;
        }

        Answer(org, call, caller => org.Tooling.Soql.Query(call, caller, statement.ToString(), includeDeleted: false));
    }

    private static void Answer(SalesforceOrg org, SimCall call, Action<QueryCaller> run)
    {
        try
        {
            var session = (Session)call.Session!;
            run(new QueryCaller(session.Username, session.TimeZone, PathOf(call), SoqlEngine.LargestPage));
            call.Json.Flush();
            AddMembers(call);
        }
        catch (SoqlException refusal)
        {
            call.Refuse(refusal.Status, refusal.Code, refusal.Message);
        }
    }

    // The Tooling API's result has three members more than that of the data API.
    private static void AddMembers(SimCall call)
    {
        using var result = JsonDocument.Parse(call.Output.ToArray());
        var answer = result.RootElement;
        var records = answer.GetProperty("records");
        var type = records.GetArrayLength() > 0 && records[0].TryGetProperty("attributes", out var attributes) ? attributes.GetProperty("type").GetString() : null;
        call.ResetOutput();
        call.Json.WriteStartObject();
        call.Json.WriteNumber("size"u8, records.GetArrayLength());
        foreach (var member in answer.EnumerateObject())
        {
            if (member.Name == "records")
            {
                call.Json.WriteNull("queryLocator"u8);
                call.Json.WriteString("entityTypeName"u8, type);
            }

            call.Json.WritePropertyName(member.Name);
            call.Json.WriteRawValue(member.Value.GetRawText(), skipInputValidation: true);
        }

        call.Json.WriteEndObject();
    }

    private static void Global(SalesforceOrg org, SimCall call)
    {
        call.Json.WriteStartObject();
        call.Json.WriteString("encoding"u8, "UTF-8"u8);
        call.Json.WriteNumber("maxBatchSize"u8, 200);
        call.Json.WriteStartArray("sobjects"u8);
        foreach (var type in org.Tooling.Rows.Schema.Objects)
        {
            call.Json.WriteStartObject();
            ObjectDescription.WriteSummary(call, type, PathOf(call));
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static void Basic(SalesforceOrg org, SimCall call)
    {
        if (TypeOf(org, call) is not { } type)
        {
            return;
        }

        call.Json.WriteStartObject();
        call.Json.WriteStartObject("objectDescribe"u8);
        ObjectDescription.WriteSummary(call, type, PathOf(call));
        call.Json.WriteEndObject();
        call.Json.WriteStartArray("recentItems"u8);
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static void Describe(SalesforceOrg org, SimCall call)
    {
        if (TypeOf(org, call) is { } type)
        {
            ObjectDescription.Write(call, type, PathOf(call));
        }
    }

    private static void Row(SalesforceOrg org, SimCall call)
    {
        if (TypeOf(org, call) is not { } type)
        {
            return;
        }

        if (org.Tooling.Rows[type].Find(call.Route("id")) is not { } row)
        {
            call.Refuse(SalesforceId.TryParse(call.Route("id"), out _) ? RowErrors.NotFound : RowErrors.NotAnExternalId(call.Route("id")));
            return;
        }

        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartObject("attributes"u8);
        json.WriteString("type"u8, type.Json);
        json.WriteString("url"u8, $"{PathOf(call)}/sobjects/{type.Name}/{row.Id}");
        json.WriteEndObject();
        foreach (var field in type.Fields.Take(FieldsOfRow))
        {
            FieldValues.WriteJson(json, field, row);
        }

        json.WriteEndObject();
    }

    // An org without code has nothing that is searched here.
    private static void Search(SalesforceOrg org, SimCall call) => SearchEndpoints.Run(org, call, () =>
    {
        _ = SoslParser.Parse(call.Http.Request.Query["q"].ToString());
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("searchRecords"u8);
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
        return null;
    });

    // Declarations of the org's own code, which it has not; those of the vendor's are not simulated.
    private static void Complete(SalesforceOrg org, SimCall call)
    {
        switch (call.Http.Request.Query["type"].ToString())
        {
            case "apex":
                call.RefuseNotSimulated("the declarations of Apex");
                break;
            case "visualforce":
                call.RefuseNotSimulated("the declarations of Visualforce");
                break;
            default:
                call.Refuse(400, "INVALID_ARGUMENT", "The parameter type must be apex or visualforce.");
                break;
        }
    }

    // Descriptions of objects and fields are made by other objects.
    private static void Create(SalesforceOrg org, SimCall call)
    {
        if (TypeOf(org, call) is not { } type)
        {
            return;
        }

        if (type.Name is "EntityDefinition" or "FieldDefinition" or "ApexLog")
        {
            call.Refuse(RowErrors.NotWritable(type));
        }
        else
        {
            Change(org, call);
        }
    }

    private static void Change(SalesforceOrg org, SimCall call)
    {
        if (TypeOf(org, call) is { } type)
        {
            call.RefuseNotSimulated($"changes of {type.Name} by the Tooling API");
        }
    }

    private static SObjectType? TypeOf(SalesforceOrg org, SimCall call)
    {
        var type = org.Tooling.Rows.Schema.Find(call.Route("object"));
        if (type is null)
        {
            call.Refuse(RowErrors.NotFound);
        }

        return type;
    }
}
