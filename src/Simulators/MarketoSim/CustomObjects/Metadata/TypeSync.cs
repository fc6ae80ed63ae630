using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.CustomObjects.Metadata;

/// <summary><c>POST /rest/v1/customobjects/schema.json</c>: makes a type, as a draft without fields, or changes its names.</summary>
/// <remarks>Source: Marketo REST API, "Custom object metadata". The codes of a hit (1017), a miss (1013) and an eleventh type (1003) are unverified.</remarks>
internal static class TypeSync
{
    public static void Answer(MarketoCall call)
    {
        if (!TypeCall.TryReadBody(call, out var body))
        {
            return;
        }

        var action = TypeCall.Text(body, "action") ?? "createOrUpdate";
        var name = TypeCall.Text(body, "apiName");
        var known = name is null ? null : call.Store.Objects.Types.GetValueOrDefault(name);
        var display = TypeCall.Text(body, "displayName") ?? known?.Latest.DisplayName;
        MarketoError? problem = action is not ("createOnly" or "updateOnly" or "createOrUpdate") ? MarketoErrors.InvalidData($"Invalid action '{action}'")
            : name is null ? MarketoErrors.MissingParameter("apiName")
            : !CustomObjectKind.IsName(name) ? MarketoErrors.InvalidData($"Invalid apiName '{name}'")
            : known is not null && action == "createOnly" ? MarketoErrors.ObjectExists
            : known is null && action == "updateOnly" ? MarketoErrors.ObjectNotFound
            : display is null ? MarketoErrors.MissingParameter("displayName")
            : known is null && call.Store.Objects.Types.Count == CustomObjectKind.MaxTypes ? MarketoErrors.InvalidData($"The number of custom objects is over {CustomObjectKind.MaxTypes}")
            : null;
        if (problem is { } error)
        {
            call.Fail(error);
            return;
        }

        var type = known?.Latest ?? new MarketoCustomObject(name!, display!, []);
        var draft = type with
        {
            DisplayName = display!,
            PluralName = TypeCall.Text(body, "pluralName") ?? type.PluralName,
            Description = TypeCall.Text(body, "description") ?? type.Description,
            ShowInLeadDetail = body.TryGetProperty("showInLeadDetail", out var shown) ? shown.ValueKind == System.Text.Json.JsonValueKind.True : type.ShowInLeadDetail,
        };
        TypeCall.Keep(call, name!, known is null ? new CustomObjectVersions(draft, null, null) : known with { Draft = draft }, known is null ? "create" : "update");
    }
}
