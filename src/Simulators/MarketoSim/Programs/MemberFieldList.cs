using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Programs;

/// <summary><c>GET /rest/v1/programs/members/schema/fields.json</c> and one field by name; hidden ones too.</summary>
internal static class MemberFieldList
{
    public static void Answer(MarketoCall call)
    {
        if (!call.TryReadBatchSize(out var size) || !call.TryReadAfterId(out var after))
        {
            return;
        }

        var fields = call.Instance.MemberSchema.Fields;
        call.StartResult();
        foreach (var field in fields.Skip(after).Take(size))
        {
            Write(call, field);
        }

        var more = fields.Length > after + size;
        call.EndResult(more ? new PageToken(PageTokenKind.AfterId, after + size).ToString() : null, more);
    }

    public static void AnswerOne(MarketoCall call)
    {
        if (Find(call) is { } field)
        {
            call.StartResult();
            Write(call, field);
            call.EndResult();
        }
    }

    /// <summary>The path's field; null when the call was refused.</summary>
    public static PersonField? Find(MarketoCall call)
    {
        var name = call.Sim.Route("name");
        var field = call.Instance.MemberSchema.Find(name);
        if (field is null)
        {
            call.Fail(MarketoErrors.FieldNotFound(name));
        }

        return field;
    }

    private static void Write(MarketoCall call, PersonField field)
    {
        var traits = call.Instance.MemberSchema.TraitsOf(field.Name);
        var json = call.Json;
        call.Sim.Records++;
        json.WriteStartObject();
        json.WriteString("displayName"u8, field.DisplayName);
        json.WriteString("name"u8, field.EncodedName);
        json.WriteString("description"u8, traits.Description);
        json.WriteString("dataType"u8, field.TypeName);
        if (field.Length > 0)
        {
            json.WriteNumber("length"u8, field.Length);
        }

        json.WriteBoolean("isHidden"u8, traits.IsHidden);
        json.WriteBoolean("isHtmlEncodingInEmail"u8, traits.IsHtmlEncodingInEmail);
        json.WriteBoolean("isSensitive"u8, traits.IsSensitive);
        json.WriteBoolean("isCustom"u8, field.Custom);
        json.WriteBoolean("isApiCreated"u8, traits.IsApiCreated);
        json.WriteEndObject();
    }
}
