using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Objects;

/// <summary><c>GET x/schema/fields.json</c> and <c>x/schema/fields/{name}.json</c>: the fields as the schema screens show them.</summary>
/// <remarks>Source: Marketo REST API, "Lead database schema". The code of an unknown name (1006) is unverified.</remarks>
internal static class ObjectFieldsPage
{
    public static void Answer(MarketoCall call, ObjectTable table)
    {
        if (!call.TryReadBatchSize(out var size) || !call.TryReadAfterId(out var after))
        {
            return;
        }

        call.StartResult();
        var fields = table.Kind.Fields;
        var end = Math.Min(fields.Length, (int)Math.Min((long)after + size, int.MaxValue));
        for (var number = after; number < end; number++)
        {
            Write(call.Json, fields[number]);
        }

        call.Sim.Records = Math.Max(0, end - after);
        call.EndResult(end < fields.Length ? new PageToken(PageTokenKind.AfterId, end).ToString() : null, end < fields.Length ? true : null);
    }

    public static void AnswerOne(MarketoCall call, ObjectTable table)
    {
        var name = (string)call.Sim.Http.Request.RouteValues["field"]!;
        if (table.Kind.Find(name) is not { } field)
        {
            call.Fail(MarketoErrors.FieldNotFound(name));
            return;
        }

        call.StartResult();
        Write(call.Json, field);
        call.Sim.Records = 1;
        call.EndResult();
    }

    private static void Write(Utf8JsonWriter json, PersonField field)
    {
        json.WriteStartObject();
        json.WriteString("displayName"u8, field.DisplayName);
        json.WriteString("name"u8, field.EncodedName);
        json.WriteNull("description"u8);
        json.WriteString("dataType"u8, field.TypeName);
        if (field.Length > 0)
        {
            json.WriteNumber("length"u8, field.Length);
        }

        json.WriteBoolean("isHidden"u8, false);
        json.WriteBoolean("isHtmlEncodingInEmail"u8, true);
        json.WriteBoolean("isSensitive"u8, false);
        json.WriteBoolean("isCustom"u8, field.Custom);
        json.WriteBoolean("isApiCreated"u8, false);
        json.WriteEndObject();
    }
}
