using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities;

/// <summary>Writes primary attribute and attributes of a row; those without a value are left out.</summary>
internal static class ActivityAttributes
{
    public static void WritePrimary(Utf8JsonWriter json, in ActivityEntry entry)
    {
        if (entry.PrimaryId != 0)
        {
            json.WriteNumber("primaryAttributeValueId"u8, entry.PrimaryId);
        }

        if (entry.Primary is { } primary)
        {
            json.WriteString("primaryAttributeValue"u8, primary);
        }
    }

    public static void Write(MarketoCall call, in ActivityEntry entry)
    {
        var json = call.Json;
        var names = call.Store.TypeOf(entry.Type)!.EncodedAttributes;
        json.WriteStartArray("attributes"u8);
        for (var place = 0; place < entry.Attributes.Length; place++)
        {
            if (entry.Attributes[place] is { } value)
            {
                WriteOne(json, names[place], value);
            }
        }

        json.WriteEndArray();
    }

    public static void WriteOne(Utf8JsonWriter json, JsonEncodedText name, object value)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        switch (value)
        {
            case int number: json.WriteNumber("value"u8, number); break;
            case double number: json.WriteNumber("value"u8, number); break;
            case bool flag: json.WriteBoolean("value"u8, flag); break;
            case string text: json.WriteString("value"u8, text); break;
            default: json.WriteString("value"u8, PersonWriter.Wire(value)); break;
        }

        json.WriteEndObject();
    }
}
