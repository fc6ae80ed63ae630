using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Process;

/// <summary><c>/process/rules</c> and what is sent to <c>/process/approvals</c> (REST API Developer Guide, "Process Rules", "Submit for Approval"). The org has no approval processes.</summary>
internal static class ProcessEndpoints
{
    private const int Since = 30;
    private const string Rules = "/process/rules";

    public static void MapProcess(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", Rules, (org, call) => WriteRules(call, [.. ActiveRule.Of(org)]), Since);
        app.MapData("GET", Rules + "/{object}", OfObject, Since);
        app.MapData("GET", Rules + "/{object}/{rule}", One, Since);
        app.MapData("POST", Rules, (_, call) => call.RefuseNotSimulated("rules that a request triggers"), Since);
        app.MapData("POST", "/process/approvals", Submit, Since);
    }

    private static void OfObject(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is { } type)
        {
            WriteRules(call, [.. ActiveRule.Of(org).Where(rule => rule.Object.Equals(type.Name, StringComparison.OrdinalIgnoreCase))]);
        }
    }

    private static void One(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is not { } type)
        {
            return;
        }

        if (SalesforceId.TryParse(call.Route("rule"), out var id)
            && ActiveRule.Of(org).FirstOrDefault(rule => rule.Id == id.ToString() && rule.Object.Equals(type.Name, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            WriteRule(call.Json, found);
        }
        else
        {
            call.Refuse(RowErrors.NotFound);
        }
    }

    private static void WriteRules(SimCall call, List<ActiveRule> rules)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartObject("rules"u8);
        foreach (var group in rules.GroupBy(rule => rule.Object).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(group.Key);
            foreach (var rule in group)
            {
                WriteRule(json, rule);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, ActiveRule rule)
    {
        json.WriteStartObject();
        json.WriteStartArray("actions"u8);
        foreach (var action in rule.Actions)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, action.Id);
            json.WriteString("name"u8, action.Name);
            json.WriteString("type"u8, action.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNull("description"u8);
        json.WriteString("id"u8, rule.Id);
        json.WriteString("name"u8, rule.Name);
        json.WriteNull("namespacePrefix"u8);
        json.WriteString("object"u8, rule.Object);
        json.WriteEndObject();
    }

    private static void Submit(SalesforceOrg org, SimCall call)
    {
        if (!RowBody.CheckContent(call))
        {
            return;
        }

        try
        {
            using var body = JsonDocument.Parse(call.Body);
            if (body.RootElement.ValueKind != JsonValueKind.Object
                || !body.RootElement.TryGetProperty("requests", out var requests)
                || requests.ValueKind != JsonValueKind.Array
                || requests.EnumerateArray().Any(request => request.ValueKind != JsonValueKind.Object))
            {
                call.Refuse(400, "JSON_PARSER_ERROR", "The body must be an object with the member requests, which is an array of objects.");
                return;
            }

            call.Status = 400;
            call.Json.WriteStartArray();
            foreach (var request in requests.EnumerateArray())
            {
                WriteResult(org, call, request.TryGetProperty("contextId", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "");
            }

            call.Json.WriteEndArray();
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            call.Refuse(400, "JSON_PARSER_ERROR", problem is JsonException json ? JsonPlace.Unexpected(call.Body.Span, json) : "A text of the body is not valid.");
        }
    }

    private static void WriteResult(SalesforceOrg org, SimCall call, string contextId)
    {
        var row = org.Store.Find(contextId) is { Deleted: false } found && FieldSight.Shows(found.Type) ? found : null;
        var (code, message) = row is null ? ("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id") : ("NO_APPLICABLE_PROCESS", "No applicable approval process was found.");
        call.AddCode(code);
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNull("actorIds"u8);
        json.WriteString("entityId"u8, row?.Id);
        json.WriteStartArray("errors"u8);
        json.WriteStartObject();
        json.WriteString("statusCode"u8, code);
        json.WriteString("message"u8, message);
        json.WriteStartArray("fields"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteNull("instanceId"u8);
        json.WriteNull("instanceStatus"u8);
        json.WriteNull("newWorkitemIds"u8);
        json.WriteBoolean("success"u8, false);
        json.WriteEndObject();
    }
}
