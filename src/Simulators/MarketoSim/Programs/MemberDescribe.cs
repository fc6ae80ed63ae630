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
        foreach (var name in MembersByFilter.Searchable)
        {
            json.WriteStartArray();
            json.WriteStringValue(name);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("fields"u8);
        foreach (var (name, displayName, type) in MemberFields.All)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, name);
            json.WriteString("displayName"u8, displayName);
            json.WriteString("dataType"u8, type);
            json.WriteBoolean("updateable"u8, false);
            json.WriteBoolean("crmManaged"u8, false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        call.Sim.Records = 1;
        call.EndResult();
    }
}
