using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Programs;

/// <summary><c>GET /rest/v1/programs/members/describe.json</c>.</summary>
internal static class MemberDescribe
{
    public static void Answer(MarketoCall call)
    {
        call.StartResult();
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("name"u8, "API Program Membership"u8);
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
        json.WriteEndObject();
        call.Sim.Records = 1;
        call.EndResult();
    }
}
