using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>GET /rest/v1/leads/describe.json</c> and its successor <c>describe2.json</c>.</summary>
internal static class LeadDescribe
{
    public static void Answer(MarketoCall call)
    {
        call.StartResult();
        foreach (var field in Shown(call))
        {
            var json = call.Json;
            call.Sim.Records++;
            json.WriteStartObject();
            json.WriteNumber("id"u8, field.Id);
            json.WriteString("displayName"u8, field.DisplayName);
            json.WriteString("dataType"u8, field.TypeName);
            if (field.Length > 0)
            {
                json.WriteNumber("length"u8, field.Length);
            }

            json.WriteStartObject("rest"u8);
            json.WriteString("name"u8, field.Name);
            json.WriteBoolean("readOnly"u8, field.ReadOnly);
            json.WriteEndObject();
            json.WriteStartObject("soap"u8);
            json.WriteString("name"u8, char.ToUpperInvariant(field.Name[0]) + field.Name[1..]);
            json.WriteBoolean("readOnly"u8, field.ReadOnly);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        call.EndResult();
    }

    /// <summary>What native CRM sync owns is not told field by field: the company fields and the sfdc ids (sw:crm.native).</summary>
    public static void AnswerSecond(MarketoCall call)
    {
        var native = call.Instance.Options.Switches.CrmNative != NativeCrm.Off;
        call.StartResult();
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("name"u8, "API Lead"u8);
        json.WriteStartArray("searchableFields"u8);
        foreach (var field in Shown(call))
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
        foreach (var field in Shown(call))
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
            json.WriteBoolean("crmManaged"u8, native && (field.Company || (!field.Custom && field.Name.StartsWith("sfdc", StringComparison.Ordinal))));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        call.Sim.Records = 1;
        call.EndResult();
    }

    /// <summary>Hidden fields are not described, as nobody is to use them (unverified).</summary>
    private static IEnumerable<PersonField> Shown(MarketoCall call) => call.Instance.Schema.Fields.Where(field => !call.Instance.Schema.TraitsOf(field).IsHidden);
}
