using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>An object's description in this API (User Interface API Developer Guide, "Object Info").</summary>
internal static class ObjectInfo
{
    public static void Write(SalesforceOrg org, SimCall call, SObjectType type)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("apiName"u8, type.Json);
        json.WriteNull("associateEntityType"u8);
        json.WriteNull("associateParentEntity"u8);
        WriteChildren(json, type);
        json.WriteBoolean("compactLayoutable"u8, true);
        json.WriteBoolean("createable"u8, type.Writable && FieldSight.MayCreate(type));
        json.WriteBoolean("custom"u8, type.Custom);
        json.WriteString("defaultRecordTypeId"u8, RecordTypeList.Of(org, type).First(entry => entry.IsDefault).Id);
        json.WriteBoolean("deletable"u8, type.Writable && FieldSight.MayDelete(type));
        json.WriteStartObject("dependentFields"u8);
        json.WriteEndObject();
        json.WriteString("eTag"u8, Tag(type));
        json.WriteBoolean("feedEnabled"u8, type.Writable);
        json.WriteStartObject("fields"u8);
        foreach (var field in FieldSight.FieldsOf(type).OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            json.WritePropertyName(field.Json);
            FieldInfo.Write(json, org.Store.Schema, field);
        }

        json.WriteEndObject();
        json.WriteString("keyPrefix"u8, type.KeyPrefix);
        json.WriteString("label"u8, type.Label);
        json.WriteString("labelPlural"u8, type.LabelPlural);
        json.WriteBoolean("layoutable"u8, type.Writable);
        json.WriteBoolean("mruEnabled"u8, type.Writable);
        WriteNameFields(json, type);
        json.WriteBoolean("queryable"u8, true);
        json.WriteStartObject("recordTypeInfos"u8);
        foreach (var entry in RecordTypeList.Of(org, type))
        {
            json.WritePropertyName(entry.Id);
            RecordTypeList.Write(json, entry);
        }

        json.WriteEndObject();
        json.WriteBoolean("searchLayoutable"u8, type.Writable);
        json.WriteBoolean("searchable"u8, type.Writable);
        json.WriteNull("themeInfo"u8);
        json.WriteBoolean("updateable"u8, type.Writable && FieldSight.MayEdit(type));
        json.WriteEndObject();
    }

    /// <summary>All objects, without their fields ("Object Directory").</summary>
    public static void WriteDirectory(SalesforceOrg org, SimCall call)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartObject("objects"u8);
        foreach (var type in org.Store.Schema.Objects.Where(FieldSight.Shows))
        {
            json.WriteStartObject(type.Json);
            json.WriteString("apiName"u8, type.Json);
            json.WriteString("keyPrefix"u8, type.KeyPrefix);
            json.WriteString("label"u8, type.Label);
            json.WriteString("labelPlural"u8, type.LabelPlural);
            WriteNameFields(json, type);
            json.WriteString("objectInfoUrl"u8, $"{call.DataPath()}/ui-api/object-info/{type.Name}");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The parts of a person's name come before the name.
    public static void WriteNameFields(Utf8JsonWriter json, SObjectType type)
    {
        json.WriteStartArray("nameFields"u8);
        if (type.NameField is { Name: "Name" } && type.Find("LastName") is { } last)
        {
            json.WriteStringValue("FirstName"u8);
            json.WriteStringValue(last.Json);
        }
        else if (type.NameField is { } name)
        {
            json.WriteStringValue(name.Json);
        }

        json.WriteEndArray();
    }

    private static string Tag(SObjectType type) => UiTag.Of($"{type.Name}:{string.Join(',', FieldSight.FieldsOf(type))}");

    private static void WriteChildren(Utf8JsonWriter json, SObjectType type)
    {
        json.WriteStartArray("childRelationships"u8);
        foreach (var (child, field, name) in type.Children)
        {
            if (name is null || !FieldSight.Shows(child) || !FieldSight.Shows(field))
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteString("childObjectApiName"u8, child.Json);
            json.WriteString("fieldName"u8, field.Json);
            json.WriteStartArray("junctionIdListNames"u8);
            json.WriteEndArray();
            json.WriteStartArray("junctionReferenceTo"u8);
            json.WriteEndArray();
            json.WriteString("relationshipName"u8, name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
