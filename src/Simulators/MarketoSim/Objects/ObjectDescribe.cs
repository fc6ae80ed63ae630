using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Objects;

/// <summary><c>GET x/describe.json</c>: one result object.</summary>
internal static class ObjectDescribe
{
    public static void Answer(MarketoCall call, ObjectTable table)
    {
        call.StartResult();
        call.Json.WriteStartObject();
        WriteHead(call, table.Kind);
        call.Json.WriteStartArray("fields"u8);
        foreach (var field in table.Kind.Fields)
        {
            Write(call.Json, field);
        }

        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
        call.Sim.Records = 1;
        call.EndResult();
    }

    /// <summary>All but the fields, as the list of custom objects has it too.</summary>
    public static void WriteHead(MarketoCall call, ObjectKind kind)
    {
        var json = call.Json;
        json.WriteString("name"u8, kind.Name.Api);
        json.WriteString("displayName"u8, kind.Name.Display);
        json.WriteString("description"u8, kind.Name.Description);
        json.WriteString("createdAt"u8, call.Instance.StartedAt);
        json.WriteString("updatedAt"u8, call.Instance.StartedAt);
        json.WriteString("idField"u8, kind.Id.EncodedName);
        WriteNames(json, "dedupeFields", kind.Dedupe);
        json.WriteStartArray("searchableFields"u8);
        foreach (var fields in kind.Searchable)
        {
            WriteNames(json, null, fields);
        }

        json.WriteEndArray();
        if (kind.Links.Count > 0)
        {
            WriteLinks(json, kind);
        }
    }

    private static void WriteNames(Utf8JsonWriter json, string? member, PersonField[] fields)
    {
        if (member is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(member);
        }

        foreach (var field in fields)
        {
            json.WriteStringValue(field.EncodedName);
        }

        json.WriteEndArray();
    }

    private static void WriteLinks(Utf8JsonWriter json, ObjectKind kind)
    {
        json.WriteStartArray("relationships"u8);
        foreach (var link in kind.Links)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, link.Field);
            json.WriteString("type"u8, "child"u8);
            json.WriteStartObject("relatedTo"u8);
            json.WriteString("name"u8, link.Object);
            json.WriteString("field"u8, link.Key);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PersonField field)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, field.EncodedName);
        json.WriteString("displayName"u8, field.DisplayName);
        json.WriteString("dataType"u8, field.TypeName);
        if (field.Length > 0)
        {
            json.WriteNumber("length"u8, field.Length);
        }

        json.WriteBoolean("updateable"u8, !field.ReadOnly);
        json.WriteEndObject();
    }
}
