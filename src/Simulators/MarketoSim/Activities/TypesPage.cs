using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities;

/// <summary><c>GET /rest/v1/activities/types.json</c>: the vendor's types, then the custom ones that are approved.</summary>
internal static class TypesPage
{
    public static void Answer(MarketoCall call)
    {
        call.StartResult();
        foreach (var type in call.Store.AllTypes())
        {
            Write(call.Json, type);
            call.Sim.Records++;
        }

        call.EndResult();
    }

    private static void Write(Utf8JsonWriter json, ActivityType type)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, type.Id);
        json.WriteString("name"u8, type.Name);
        WriteApiName(json, type.ApiName);
        if (type.Primary is { } primary)
        {
            json.WriteStartObject("primaryAttribute"u8);
            json.WriteString("name"u8, primary);
            WriteApiName(json, type.PrimaryApiName);
            json.WriteString("dataType"u8, type.PrimaryType);
            json.WriteEndObject();
        }

        json.WriteStartArray("attributes"u8);
        for (var place = 0; place < type.Attributes.Length; place++)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, type.EncodedAttributes[place]);
            WriteApiName(json, place < type.ApiNames.Count ? type.ApiNames[place] : null);
            json.WriteString("dataType"u8, type.AttributeTypes[place]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteApiName(Utf8JsonWriter json, string? name)
    {
        if (name is not null)
        {
            json.WriteString("apiName"u8, name);
        }
    }
}
