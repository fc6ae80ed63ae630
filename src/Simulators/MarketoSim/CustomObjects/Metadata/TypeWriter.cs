using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.CustomObjects.Metadata;

/// <summary>Writes one version of a type, as the metadata API shows it.</summary>
internal static class TypeWriter
{
    private const string Id = "marketoGUID";

    public static void Write(MarketoCall call, CustomObjectVersions versions, MarketoCustomObject type)
    {
        var json = call.Json;
        var keys = type.Fields.Where(field => field.IsDedupe).Select(field => field.Name).ToArray();
        json.WriteStartObject();
        json.WriteString("apiName"u8, type.ApiName);
        json.WriteString("displayName"u8, type.DisplayName);
        json.WriteString("pluralName"u8, type.PluralName ?? type.DisplayName);
        json.WriteString("description"u8, type.Description);
        json.WriteString("state"u8, versions.State);
        json.WriteString("version"u8, type == versions.Approved ? TypeCall.Approved : TypeCall.Draft);
        json.WriteString("createdAt"u8, versions.Stamps?.CreatedAt ?? call.Instance.StartedAt);
        json.WriteString("updatedAt"u8, versions.Stamps?.UpdatedAt ?? call.Instance.StartedAt);
        json.WriteString("idField"u8, Id);
        json.WriteStartArray("dedupeFields"u8);
        WriteAll(json, keys);
        json.WriteEndArray();
        json.WriteStartArray("searchableFields"u8);
        foreach (var names in type.Fields.Where(field => field.LinkTo is not null).Select(field => new[] { field.Name }).Prepend([Id]).Prepend(keys).Where(names => names.Length > 0))
        {
            json.WriteStartArray();
            WriteAll(json, names);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteLinks(json, type);
        json.WriteStartArray("fields"u8);
        foreach (var field in type.Fields)
        {
            WriteField(json, field);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        call.Sim.Records++;
    }

    private static void WriteLinks(Utf8JsonWriter json, MarketoCustomObject type)
    {
        json.WriteStartArray("relationships"u8);
        foreach (var field in type.Fields.Where(field => field.LinkTo is not null))
        {
            var parts = field.LinkTo!.Split('.');
            json.WriteStartObject();
            json.WriteString("field"u8, field.Name);
            json.WriteString("type"u8, "child"u8);
            json.WriteStartObject("relatedTo"u8);
            json.WriteString("name"u8, parts[0]);
            json.WriteString("field"u8, parts[1]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteField(Utf8JsonWriter json, MarketoCustomObjectField field)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, field.Name);
        json.WriteString("displayName"u8, field.DisplayName ?? field.Name);
        json.WriteString("dataType"u8, new PersonField(0, field.Name, field.Name, field.Type).TypeName);
        if (field.Type <= PersonFieldType.Reference)
        {
            json.WriteNumber("length"u8, field.Length);
        }

        json.WriteBoolean("updateable"u8, true);
        json.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter json, string[] names)
    {
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }
    }
}
