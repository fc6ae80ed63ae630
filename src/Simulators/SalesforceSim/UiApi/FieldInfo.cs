using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>A field's description in this API (User Interface API Developer Guide, "Field").</summary>
internal static class FieldInfo
{
    public static void Write(Utf8JsonWriter json, OrgSchema schema, SField field)
    {
        json.WriteStartObject();
        json.WriteString("apiName"u8, field.Json);
        json.WriteBoolean("calculated"u8, field.Calculated);
        json.WriteBoolean("compound"u8, field.Type == SFieldType.Address);
        json.WriteNull("compoundComponentName"u8);
        json.WriteString("compoundFieldName"u8, field.CompoundFieldName);
        json.WriteNull("controllerName"u8);
        json.WriteStartArray("controllingFields"u8);
        json.WriteEndArray();
        json.WriteBoolean("createable"u8, field.Createable && FieldSight.MayEdit(field));
        json.WriteBoolean("custom"u8, field.Custom);
        json.WriteString("dataType"u8, DataType(field.Type));
        json.WriteNull("extraTypeInfo"u8);
        json.WriteBoolean("filterable"u8, field.Filterable);
        json.WriteNull("filteredLookupInfo"u8);
        json.WriteBoolean("highScaleNumber"u8, false);
        json.WriteBoolean("htmlFormatted"u8, false);
        json.WriteNull("inlineHelpText"u8);
        json.WriteString("label"u8, field.Label);
        json.WriteNumber("length"u8, field.Length);
        json.WriteBoolean("nameField"u8, field.IsNameField);
        json.WriteBoolean("polymorphicForeignKey"u8, field.IsPolymorphic);
        json.WriteNumber("precision"u8, field.Precision);
        json.WriteBoolean("reference"u8, field.Type == SFieldType.Reference);
        json.WriteNull("referenceTargetField"u8);
        WriteTargets(json, schema, field);
        json.WriteString("relationshipName"u8, field.RelationshipName);
        json.WriteBoolean("required"u8, !field.Nillable && field.Type != SFieldType.Boolean);
        json.WriteNumber("scale"u8, field.Scale);
        json.WriteBoolean("searchPrefilterable"u8, field.Type == SFieldType.Reference);
        json.WriteBoolean("sortable"u8, field.Sortable);
        json.WriteBoolean("unique"u8, field.Unique);
        json.WriteBoolean("updateable"u8, field.Updateable && FieldSight.MayEdit(field));
        json.WriteEndObject();
    }

    private static void WriteTargets(Utf8JsonWriter json, OrgSchema schema, SField field)
    {
        json.WriteStartArray("referenceToInfos"u8);
        foreach (var target in field.ReferenceTo)
        {
            if (schema.Find(target) is { } type)
            {
                json.WriteStartObject();
                json.WriteString("apiName"u8, type.Json);
                ObjectInfo.WriteNameFields(json, type);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static string DataType(SFieldType type) => type switch
    {
        SFieldType.Id => nameof(SFieldType.Reference),
        SFieldType.Combobox => "ComboBox",
        _ => type.ToString(),
    };
}
