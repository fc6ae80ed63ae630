using System.Text.Json;
using SfMarketo.SalesforceSim.Describe;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Layouts;

/// <summary>A field's place in a layout, with its description.</summary>
internal static class LayoutItems
{
    public static void Write(Utf8JsonWriter json, SField field, int tabOrder)
    {
        json.WriteStartObject();
        json.WriteBoolean("editableForNew"u8, field.Createable);
        json.WriteBoolean("editableForUpdate"u8, field.Updateable);
        json.WriteString("label"u8, field.Label);
        json.WriteStartArray("layoutComponents"u8);
        json.WriteStartObject();
        json.WritePropertyName("details"u8);
        FieldDescription.Write(json, field);
        json.WriteNumber("displayLines"u8, field.Type == SFieldType.TextArea ? 6 : 1);
        json.WriteNumber("tabOrder"u8, tabOrder);
        json.WriteString("type"u8, "Field"u8);
        json.WriteString("value"u8, field.Json);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteBoolean("placeholder"u8, false);
        json.WriteBoolean("required"u8, field.RequiredOnCreate);
        json.WriteEndObject();
    }

    /// <summary>An empty list.</summary>
    public static void WriteNone(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
