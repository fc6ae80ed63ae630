using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Composite;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Actions;

/// <summary><c>/actions</c>: invocable actions (REST API Developer Guide, "Invocable Actions Standard" and "Custom"; salesforce-rest.md section 8.4).</summary>
/// <remarks>Of the standard ones the org has at most <c>convertLead</c> (<c>actions.convertLead</c>); the vendor's others answer 501.</remarks>
internal static class ActionEndpoints
{
    private const int Since = 32;
    private const string ConvertLead = "convertLead";

    private static readonly string[] CustomTypes = ["apex", "emailAlert", "flow", "quickAction", "sendNotification"];

    private static readonly string[] VendorActions =
    [
        "activateSessionPermSet", "choosePricebook", "chatterPost", "contentWorkspaceEnableFolders", "deactivateSessionPermSet", "emailSimple", "knowledgeActions", "postToFeed", "publishKnowledgeArticles",
        "refreshMetricValue", "routeWork", "sendNotification", "skillsBasedRouting", "submit", "thanks",
    ];

    public static void MapActions(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/actions", (_, call) => List(call, "/actions", ["custom", "standard"]), Since);
        app.MapData("GET", "/actions/standard", ListStandard, Since);
        app.MapData("GET", "/actions/standard/{name}", DescribeStandard, Since);
        app.MapData("POST", "/actions/standard/{name}", InvokeStandard, Since);
        app.MapData("GET", "/actions/custom", (_, call) => List(call, "/actions/custom", CustomTypes), Since);
        app.MapData("GET", "/actions/custom/{type}", ListCustom, Since);
        app.MapData("GET", "/actions/custom/{type}/{name}", (org, call) => WithCustom(org, call, action => WriteAction(call, action.Name, action.Label, action.Type)), Since);
        app.MapData("POST", "/actions/custom/{type}/{name}", InvokeCustom, Since);
    }

    private static void List(SimCall call, string path, ReadOnlySpan<string> names)
    {
        call.Json.WriteStartObject();
        foreach (var name in names)
        {
            call.Json.WriteString(name, $"{call.DataPath()}{path}/{name}");
        }

        call.Json.WriteEndObject();
    }

    private static void ListStandard(SalesforceOrg org, SimCall call)
    {
        StartList(call);
        if (org.Switches.ConvertLeadAction)
        {
            WriteEntry(call, ConvertLead, "Convert Lead", "CONVERT_LEAD", "/actions/standard/");
        }

        EndList(call);
    }

    private static void ListCustom(SalesforceOrg org, SimCall call)
    {
        var type = call.Route("type");
        if (!CustomTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            call.Refuse(RowErrors.NotFound);
            return;
        }

        StartList(call);
        foreach (var action in org.Options.CustomActions.Where(action => action.Type.Equals(type, StringComparison.OrdinalIgnoreCase)))
        {
            WriteEntry(call, action.Name, action.Label, action.Type.ToUpperInvariant(), $"/actions/custom/{action.Type}/");
        }

        EndList(call);
    }

    private static void DescribeStandard(SalesforceOrg org, SimCall call)
    {
        if (FindStandard(org, call))
        {
            WriteAction(call, ConvertLead, "Convert Lead", "CONVERT_LEAD");
        }
    }

    private static void InvokeStandard(SalesforceOrg org, SimCall call)
    {
        if (FindStandard(org, call) && CompositeBody.Read(call, "inputs") is { } body)
        {
            using (body)
            {
                ConvertLeadAction.Run(org, call, body.RootElement.GetProperty("inputs"));
            }
        }
    }

    private static bool FindStandard(SalesforceOrg org, SimCall call)
    {
        var name = call.Route("name");
        if (name.Equals(ConvertLead, StringComparison.OrdinalIgnoreCase) && org.Switches.ConvertLeadAction)
        {
            return true;
        }

        if (VendorActions.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            call.RefuseNotSimulated("the standard action " + name);
        }
        else
        {
            call.Refuse(RowErrors.NotFound);
        }

        return false;
    }

    private static void InvokeCustom(SalesforceOrg org, SimCall call) => WithCustom(org, call, action =>
    {
        if (CompositeBody.Read(call, "inputs") is not { } body)
        {
            return;
        }

        using (body)
        {
            call.Json.WriteStartArray();
            for (var left = body.RootElement.GetProperty("inputs").GetArrayLength(); left > 0; left--)
            {
                ActionResult.Write(call, action.Name, null, action.OutputValues);
            }

            call.Json.WriteEndArray();
        }
    });

    private static void WithCustom(SalesforceOrg org, SimCall call, Action<Options.CustomAction> run)
    {
        var found = org.Options.CustomActions.FirstOrDefault(action =>
            action.Type.Equals(call.Route("type"), StringComparison.OrdinalIgnoreCase) && action.Name.Equals(call.Route("name"), StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            call.Refuse(RowErrors.NotFound);
        }
        else
        {
            run(found);
        }
    }

    private static void StartList(SimCall call)
    {
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("actions"u8);
    }

    private static void EndList(SimCall call)
    {
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static void WriteEntry(SimCall call, string name, string label, string type, string path)
    {
        call.Json.WriteStartObject();
        call.Json.WriteString("label"u8, label);
        call.Json.WriteString("name"u8, name);
        call.Json.WriteString("type"u8, type);
        call.Json.WriteString("url"u8, $"{call.DataPath()}{path}{name}");
        call.Json.WriteEndObject();
    }

    private static void WriteAction(SimCall call, string name, string label, string type)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("description"u8, label);
        json.WriteStartArray("inputs"u8);
        if (type == "CONVERT_LEAD")
        {
            foreach (var (input, kind, required) in ConvertLeadAction.Inputs)
            {
                WriteInput(json, input, kind, required);
            }
        }

        json.WriteEndArray();
        json.WriteString("label"u8, label);
        json.WriteString("name"u8, name);
        json.WriteStartArray("outputs"u8);
        json.WriteEndArray();
        json.WriteBoolean("standard"u8, type == "CONVERT_LEAD");
        json.WriteString("targetEntityName"u8, type == "CONVERT_LEAD" ? "Lead" : null);
        json.WriteString("type"u8, type.ToUpperInvariant());
        json.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter json, string name, string type, bool required)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteBoolean("required"u8, required);
        json.WriteString("type"u8, type);
        json.WriteEndObject();
    }
}
