using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Describe;

/// <summary>A field as describe shows it: all members that clients were seen to read.</summary>
internal static class FieldDescription
{
    public static void Write(Utf8JsonWriter json, SField field)
    {
        var (type, soapType) = Types(field.Type);
        json.WriteStartObject();
        json.WriteBoolean("aggregatable"u8, field.Filterable && field.Type != SFieldType.Boolean);
        json.WriteBoolean("aiPredictionField"u8, false);
        json.WriteBoolean("autoNumber"u8, field.AutoNumber is not null);
        json.WriteNumber("byteLength"u8, field.IsText ? field.Length * 3 : field.Length);
        json.WriteBoolean("calculated"u8, field.Formula is not null || field.IsRollUp);
        json.WriteString("calculatedFormula"u8, field.Formula);
        json.WriteBoolean("cascadeDelete"u8, field.CascadeDelete);
        json.WriteBoolean("caseSensitive"u8, field.CaseSensitive);
        json.WriteString("compoundFieldName"u8, field.CompoundFieldName);
        json.WriteNull("controllerName"u8);
        json.WriteBoolean("createable"u8, field.Createable && FieldSight.MayEdit(field));
        json.WriteBoolean("custom"u8, field.Custom);
        WriteDefault(json, field);
        json.WriteString("defaultValueFormula"u8, field.DefaultFormula);
        json.WriteBoolean("defaultedOnCreate"u8, field.DefaultedOnCreate);
        json.WriteBoolean("dependentPicklist"u8, false);
        json.WriteBoolean("deprecatedAndHidden"u8, false);
        json.WriteNumber("digits"u8, field.Digits);
        json.WriteBoolean("displayLocationInDecimal"u8, false);
        json.WriteBoolean("encrypted"u8, false);
        json.WriteBoolean("externalId"u8, field.ExternalId);
        json.WriteString("extraTypeInfo"u8, field.Type == SFieldType.TextArea && field.Length <= 255 ? "plaintextarea" : null);
        json.WriteBoolean("filterable"u8, field.Filterable);
        json.WriteNull("filteredLookupInfo"u8);
        json.WriteBoolean("formulaTreatNullNumberAsZero"u8, field.Formula is not null);
        json.WriteBoolean("groupable"u8, field.Groupable);
        json.WriteBoolean("highScaleNumber"u8, false);
        json.WriteBoolean("htmlFormatted"u8, false);
        json.WriteBoolean("idLookup"u8, field.IdLookup);
        json.WriteNull("inlineHelpText"u8);
        json.WriteString("label"u8, field.Label);
        json.WriteNumber("length"u8, field.Length);
        json.WriteNull("mask"u8);
        json.WriteNull("maskType"u8);
        json.WriteString("name"u8, field.Json);
        json.WriteBoolean("nameField"u8, field.IsNameField);
        json.WriteBoolean("namePointing"u8, field.IsPolymorphic);
        json.WriteBoolean("nillable"u8, field.Nillable);
        json.WriteBoolean("permissionable"u8, field.Nillable && field.Number >= SystemFields.Count);
        WritePicklist(json, field);
        json.WriteBoolean("polymorphicForeignKey"u8, field.IsPolymorphic);
        json.WriteNumber("precision"u8, field.Precision);
        json.WriteBoolean("queryByDistance"u8, false);
        json.WriteNull("referenceTargetField"u8);
        json.WriteStartArray("referenceTo"u8);
        foreach (var target in field.ReferenceTo)
        {
            json.WriteStringValue(target);
        }

        json.WriteEndArray();
        json.WriteString("relationshipName"u8, field.RelationshipName);
        json.WriteNull("relationshipOrder"u8);
        json.WriteBoolean("restrictedDelete"u8, false);
        json.WriteBoolean("restrictedPicklist"u8, field.RestrictedPicklist);
        json.WriteNumber("scale"u8, field.Scale);
        json.WriteBoolean("searchPrefilterable"u8, field.Type == SFieldType.Reference);
        json.WriteString("soapType"u8, soapType);
        json.WriteBoolean("sortable"u8, field.Sortable);
        json.WriteString("type"u8, type);
        json.WriteBoolean("unique"u8, field.Unique);
        json.WriteBoolean("updateable"u8, field.Updateable && FieldSight.MayEdit(field));
        json.WriteBoolean("writeRequiresMasterRead"u8, false);
        json.WriteEndObject();
    }

    private static void WriteDefault(Utf8JsonWriter json, SField field)
    {
        if (field.Type == SFieldType.Boolean)
        {
            json.WriteBoolean("defaultValue"u8, field.Default is true);
        }
        else
        {
            json.WriteNull("defaultValue"u8);
        }
    }

    /// <summary><c>picklistValues</c>, as describe and layouts have it.</summary>
    public static void WritePicklist(Utf8JsonWriter json, SField field)
    {
        json.WriteStartArray("picklistValues"u8);
        foreach (var value in field.Picklist)
        {
            json.WriteStartObject();
            json.WriteBoolean("active"u8, true);
            json.WriteBoolean("defaultValue"u8, value.IsDefault);
            json.WriteString("label"u8, value.Value);
            json.WriteNull("validFor"u8);
            json.WriteString("value"u8, value.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static (string Type, string SoapType) Types(SFieldType type) => type switch
    {
        SFieldType.Id => ("id", "tns:ID"),
        SFieldType.Reference => ("reference", "tns:ID"),
        SFieldType.TextArea => ("textarea", "xsd:string"),
        SFieldType.Picklist => ("picklist", "xsd:string"),
        SFieldType.MultiPicklist => ("multipicklist", "xsd:string"),
        SFieldType.Combobox => ("combobox", "xsd:string"),
        SFieldType.Email => ("email", "xsd:string"),
        SFieldType.Phone => ("phone", "xsd:string"),
        SFieldType.Url => ("url", "xsd:string"),
        SFieldType.Boolean => ("boolean", "xsd:boolean"),
        SFieldType.Int => ("int", "xsd:int"),
        SFieldType.Double => ("double", "xsd:double"),
        SFieldType.Currency => ("currency", "xsd:double"),
        SFieldType.Percent => ("percent", "xsd:double"),
        SFieldType.Date => ("date", "xsd:date"),
        SFieldType.DateTime => ("datetime", "xsd:dateTime"),
        SFieldType.Address => ("address", "urn:address"),
        _ => ("string", "xsd:string"),
    };
}
