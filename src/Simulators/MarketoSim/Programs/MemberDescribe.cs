using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Programs;

/// <summary><c>GET /rest/v1/programs/members/describe.json</c>, and its older form under <c>program</c>, which has name and fields only.</summary>
internal static class MemberDescribe
{
    public static void Answer(MarketoCall call) => Write(call, withKeys: true);

    public static void AnswerOlder(MarketoCall call) => Write(call, withKeys: false);

    private static void Write(MarketoCall call, bool withKeys)
    {
        call.StartResult();
        call.Json.WriteStartObject();
        call.Json.WriteString("name"u8, "API Program Membership"u8);
        if (withKeys)
        {
            WriteKeys(call);
        }

        WriteFields(call);
        call.Json.WriteEndObject();
        call.Sim.Records = 1;
        call.EndResult();
    }

    private static void WriteKeys(MarketoCall call)
    {
        var json = call.Json;
        json.WriteStartArray("dedupeFields"u8);
        json.WriteStringValue("leadId"u8);
        json.WriteStringValue("programId"u8);
        json.WriteEndArray();
        json.WriteStartArray("searchableFields"u8);
        foreach (var field in call.Instance.MemberSchema.Fields)
        {
            if (field.Searchable)
            {
                json.WriteStartArray();
                json.WriteStringValue(field.EncodedName);
                json.WriteEndArray();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteFields(MarketoCall call)
    {
        var json = call.Json;
        json.WriteStartArray("fields"u8);
        foreach (var field in call.Instance.MemberSchema.Fields)
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
            json.WriteBoolean("crmManaged"u8, false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
