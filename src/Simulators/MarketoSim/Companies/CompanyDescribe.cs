using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Companies;

/// <summary><c>GET /rest/v1/companies/describe.json</c>: one result object.</summary>
internal static class CompanyDescribe
{
    public static void Answer(MarketoCall call)
    {
        var schema = call.Instance.CompanySchema;
        call.StartResult();
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("name"u8, "Company"u8);
        json.WriteString("displayName"u8, "Company"u8);
        json.WriteString("description"u8, "Company"u8);
        json.WriteString("createdAt"u8, call.Instance.StartedAt);
        json.WriteString("updatedAt"u8, call.Instance.StartedAt);
        json.WriteString("idField"u8, schema.Id.EncodedName);
        json.WriteStartArray("dedupeFields"u8);
        json.WriteStringValue(schema.ExternalId.EncodedName);
        json.WriteEndArray();
        json.WriteStartArray("searchableFields"u8);
        foreach (var field in schema.Searchable)
        {
            json.WriteStartArray();
            json.WriteStringValue(field.EncodedName);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("fields"u8);
        foreach (var field in schema.Fields)
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

        json.WriteEndArray();
        json.WriteEndObject();
        call.Sim.Records = 1;
        call.EndResult();
    }
}
