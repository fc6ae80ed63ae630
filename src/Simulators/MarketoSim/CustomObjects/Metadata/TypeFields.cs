using System.Text.Json;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.CustomObjects.Metadata;

/// <summary><c>addField.json</c>, <c>{field}/updateField.json</c> and <c>deleteField.json</c> of a type: they change its draft.</summary>
/// <remarks>Source: Marketo REST API, "Custom object metadata". The key of an approved type stays as it is; the code of that (1003) is unverified.</remarks>
internal static class TypeFields
{
    public static void Add(MarketoCall call)
    {
        if (TypeCall.Find(call) is not var (name, versions) || !TypeCall.TryReadInput(call, out var input))
        {
            return;
        }

        List<MarketoCustomObjectField> fields = [.. versions.Latest.Fields];
        foreach (var item in input)
        {
            var field = FieldReader.Read(call, item, null, out var problem);
            problem ??= Missing(item) ?? (fields.Exists(other => other.Name == field!.Name) ? MarketoErrors.ObjectExists : KeyOfApproved(versions, field!.IsDedupe));
            if (problem is { } error)
            {
                call.Fail(error);
                return;
            }

            fields.Add(field!);
        }

        if (fields.Count > CustomObjectKind.MaxFields)
        {
            call.Fail(MarketoErrors.TooManyFields);
            return;
        }

        Keep(call, name, versions, fields, "addField");
    }

    public static void Update(MarketoCall call)
    {
        if (TypeCall.Find(call) is not var (name, versions) || FindField(call, versions, (string)call.Sim.Http.Request.RouteValues["field"]!) is not { } old || !TypeCall.TryReadBody(call, out var body))
        {
            return;
        }

        var field = FieldReader.Read(call, body, old, out var problem);
        problem ??= KeyOfApproved(versions, field!.IsDedupe != old.IsDedupe || (old.IsDedupe && (field.Type != old.Type || field.Name != old.Name)))
            ?? (field!.Name != old.Name && versions.Latest.Fields.Any(other => other.Name == field.Name) ? MarketoErrors.ObjectExists : null);
        if (problem is { } error)
        {
            call.Fail(error);
            return;
        }

        Keep(call, name, versions, [.. versions.Latest.Fields.Select(other => other == old ? field! : other)], "updateField");
    }

    public static void Delete(MarketoCall call)
    {
        if (TypeCall.Find(call) is not var (name, versions) || !TypeCall.TryReadInput(call, out var input))
        {
            return;
        }

        List<MarketoCustomObjectField> fields = [.. versions.Latest.Fields];
        foreach (var item in input)
        {
            if (TypeCall.Text(item, "name") is not { } wanted)
            {
                call.Fail(MarketoErrors.MissingParameter("name"));
                return;
            }

            if (FindField(call, versions, wanted) is not { } field)
            {
                return;
            }

            if (KeyOfApproved(versions, field.IsDedupe) is { } problem)
            {
                call.Fail(problem);
                return;
            }

            fields.Remove(field);
        }

        Keep(call, name, versions, fields, "deleteField");
    }

    private static MarketoError? Missing(JsonElement item) =>
        TypeCall.Text(item, "displayName") is null ? MarketoErrors.MissingParameter("displayName") : null;

    private static MarketoError? KeyOfApproved(CustomObjectVersions versions, bool changesKey) =>
        changesKey && versions.Approved is not null ? MarketoErrors.InvalidData("The dedupe fields of an approved custom object cannot be changed") : null;

    private static MarketoCustomObjectField? FindField(MarketoCall call, CustomObjectVersions versions, string name)
    {
        var field = versions.Latest.Fields.FirstOrDefault(field => field.Name == name);
        if (field is null)
        {
            call.Fail(MarketoErrors.FieldNotFound(name));
        }

        return field;
    }

    private static void Keep(MarketoCall call, string name, CustomObjectVersions versions, IReadOnlyList<MarketoCustomObjectField> fields, string op) =>
        TypeCall.Keep(call, name, versions with { Draft = versions.Latest with { Fields = fields } }, op);
}
