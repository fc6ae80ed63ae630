using System.Text.Json;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary>Creates and updates custom activity types; every change is one of the draft.</summary>
internal static class CustomTypeForm
{
    /// <summary>Source: Marketo REST API, "Custom activities": ten types.</summary>
    private const int MaxTypes = 10;

    /// <summary><c>POST external/type.json</c>.</summary>
    public static void Create(MarketoCall call)
    {
        if (!call.TryOpenJson(out _))
        {
            return;
        }

        using var document = JsonDocument.Parse(call.Sim.Body);
        var body = document.RootElement;
        if (BodyReader.Text(body, "apiName") is not { } apiName)
        {
            call.Fail(MarketoErrors.MissingParameter("apiName"));
            return;
        }

        var version = Read(body, null, out var problem);
        problem = !CustomAttributeReader.IsApiName(apiName) ? MarketoErrors.InvalidData($"Invalid apiName '{apiName}'")
            : problem is not null ? problem
            : call.Store.CustomTypes.Find(apiName) is not null ? MarketoErrors.ObjectExists
            : call.Store.CustomTypes.All.Count() >= MaxTypes ? MarketoErrors.TooManyActivityTypes
            : null;
        if (problem is { } error)
        {
            call.Fail(error);
            return;
        }

        CustomTypeWriter.Save(call, new CustomType(call.Store.CustomTypes.NextId, apiName, call.Sim.Now, call.Sim.Now) { Draft = version }, "create");
    }

    /// <summary><c>POST external/type/{apiName}.json</c>: what is left out stays. The apiName is the key and cannot be another one (unverified).</summary>
    public static void Update(MarketoCall call)
    {
        if (!call.TryOpenJson(out _) || !CustomTypesPage.TryFind(call, out var type))
        {
            return;
        }

        using var document = JsonDocument.Parse(call.Sim.Body);
        var version = Read(document.RootElement, type.Draft ?? type.Live, out var problem);
        if (BodyReader.Text(document.RootElement, "apiName") is { } named && named != type.ApiName)
        {
            problem = MarketoErrors.InvalidData($"apiName '{named}' is not that of the path");
        }

        if (problem is { } error)
        {
            call.Fail(error);
            return;
        }

        CustomTypeWriter.Save(call, type.WithDraft(version, call.Sim.Now), "update");
    }

    private static CustomVersion? Read(JsonElement body, CustomVersion? before, out MarketoError? problem)
    {
        problem = null;
        var primary = before?.Primary;
        if (BodyReader.Member(body, "primaryAttribute") is { } json)
        {
            primary = CustomAttributeReader.Read(json, json.ValueKind == JsonValueKind.Object && BodyReader.Text(json, "apiName") == primary?.ApiName ? primary : null, out problem);
        }

        var name = BodyReader.Text(body, "name") ?? before?.Name;
        var trigger = BodyReader.Text(body, "triggerName") ?? before?.TriggerName;
        var filter = BodyReader.Text(body, "filterName") ?? before?.FilterName;
        var missing = name is null ? "name" : trigger is null ? "triggerName" : filter is null ? "filterName" : primary is null ? "primaryAttribute" : null;
        problem ??= missing is null ? null : MarketoErrors.MissingParameter(missing);
        if (problem is not null)
        {
            return null;
        }

        if (before?.Find(primary!.ApiName) is not null)
        {
            problem = MarketoErrors.ObjectExists;
            return null;
        }

        return new CustomVersion(name!, trigger!, filter!, primary!) { Description = BodyReader.Text(body, "description") ?? before?.Description, Attributes = before?.Attributes ?? [] };
    }
}
