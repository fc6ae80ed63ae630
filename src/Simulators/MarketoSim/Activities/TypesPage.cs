using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities;

/// <summary><c>GET /rest/v1/activities/types.json</c>.</summary>
internal static class TypesPage
{
    public static void Answer(MarketoCall call)
    {
        call.StartResult();
        var json = call.Json;
        foreach (var type in ActivityTypes.All)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, type.Id);
            json.WriteString("name"u8, type.Name);
            if (type.Primary is { } primary)
            {
                json.WriteStartObject("primaryAttribute"u8);
                json.WriteString("name"u8, primary);
                json.WriteString("dataType"u8, type.PrimaryType);
                json.WriteEndObject();
            }

            json.WriteStartArray("attributes"u8);
            foreach (var attribute in type.EncodedAttributes)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, attribute);
                json.WriteString("dataType"u8, "string"u8);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        call.Sim.Records = ActivityTypes.All.Length;
        call.EndResult();
    }
}
