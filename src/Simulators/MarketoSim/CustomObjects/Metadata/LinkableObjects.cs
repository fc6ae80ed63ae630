using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.CustomObjects.Metadata;

/// <summary><c>GET /rest/v1/customobjects/schema/linkableObjects.json</c>: people, companies and the approved custom objects, with the fields that a link may match.</summary>
internal static class LinkableObjects
{
    public static void Answer(MarketoCall call)
    {
        call.StartResult();
        foreach (var (name, display, fields) in All(call))
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("name"u8, name);
            call.Json.WriteString("displayName"u8, display);
            call.Json.WriteStartArray("fields"u8);
            foreach (var field in fields)
            {
                call.Json.WriteStartObject();
                call.Json.WriteString("name"u8, field.EncodedName);
                call.Json.WriteString("displayName"u8, field.DisplayName);
                call.Json.WriteString("dataType"u8, field.TypeName);
                call.Json.WriteEndObject();
            }

            call.Json.WriteEndArray();
            call.Json.WriteEndObject();
            call.Sim.Records++;
        }

        call.EndResult();
    }

    /// <summary>The field that a link names; null when it cannot be linked to.</summary>
    public static PersonField? Find(MarketoCall call, string? name, string? field) =>
        All(call).Where(one => one.Name == name).SelectMany(one => one.Fields).FirstOrDefault(one => one.Name == field);

    private static IEnumerable<(string Name, string Display, IEnumerable<PersonField> Fields)> All(MarketoCall call)
    {
        var company = call.Store.Companies.Kind;
        yield return ("Lead", "Person", call.Instance.Schema.Fields.Where(field => field.Name is "id" or "email" || (field.Custom && field.Searchable)));
        yield return ("Company", "Company", [company.Id, .. company.Dedupe]);
        foreach (var (name, table) in call.Store.Objects.Custom)
        {
            yield return (name, table.Kind.Name.Display, table.Kind.Dedupe);
        }
    }
}
