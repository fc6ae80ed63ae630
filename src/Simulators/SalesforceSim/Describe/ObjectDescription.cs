using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Describe;

/// <summary>An object as describe shows it.</summary>
internal static class ObjectDescription
{
    /// <summary>The members that global and object describe share, without the braces.</summary>
    /// <param name="call">The call.</param>
    /// <param name="type">The object.</param>
    /// <param name="path">Start of its paths: <c>/services/data/v59.0</c>.</param>
    public static void WriteSummary(SimCall call, SObjectType type, string path)
    {
        WriteFlags(call.Json, type);
        call.Json.WriteStartObject("urls"u8);
        WriteUrls(call, type, path);
        call.Json.WriteEndObject();
    }

    /// <summary>The whole description; parameters as of <see cref="WriteSummary"/>.</summary>
    public static void Write(SimCall call, SObjectType type, string path)
    {
        var json = call.Json;
        json.WriteStartObject();
        WriteFlags(json, type);
        WriteEmpty(json, "actionOverrides");
        WriteChildren(json, type);
        json.WriteBoolean("compactLayoutable"u8, true);
        json.WriteNull("defaultImplementation"u8);
        json.WriteNull("extendedBy"u8);
        json.WriteNull("extendsInterfaces"u8);
        json.WriteStartArray("fields"u8);
        foreach (var field in FieldSight.FieldsOf(type))
        {
            FieldDescription.Write(json, field);
        }

        json.WriteEndArray();
        json.WriteNull("implementedBy"u8);
        json.WriteNull("implementsInterfaces"u8);
        json.WriteNull("listviewable"u8);
        json.WriteNull("lookupLayoutable"u8);
        WriteEmpty(json, "namedLayoutInfos");
        json.WriteNull("networkScopeFieldName"u8);
        WriteRecordTypes(call, type, path);
        json.WriteBoolean("searchLayoutable"u8, type.Writable);
        json.WriteNull("sobjectDescribeOption"u8);
        json.WriteStartArray("supportedScopes"u8);
        WriteScope(json, "All " + type.LabelPlural, "everything");
        WriteScope(json, "My " + type.LabelPlural, "mine");
        json.WriteEndArray();
        json.WriteStartObject("urls"u8);
        WriteUrls(call, type, path);
        WriteMoreUrls(call, type, path);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFlags(Utf8JsonWriter json, SObjectType type)
    {
        var writable = type.Writable;
        json.WriteBoolean("activateable"u8, false);
        json.WriteNull("associateEntityType"u8);
        json.WriteNull("associateParentEntity"u8);
        json.WriteBoolean("createable"u8, writable && FieldSight.MayCreate(type));
        json.WriteBoolean("custom"u8, type.Custom);
        json.WriteBoolean("customSetting"u8, false);
        json.WriteBoolean("deepCloneable"u8, false);
        json.WriteBoolean("deletable"u8, writable && FieldSight.MayDelete(type));
        json.WriteBoolean("deprecatedAndHidden"u8, false);
        json.WriteBoolean("feedEnabled"u8, writable);
        json.WriteBoolean("hasSubtypes"u8, false);
        json.WriteBoolean("isInterface"u8, false);
        json.WriteBoolean("isSubtype"u8, false);
        json.WriteString("keyPrefix"u8, type.KeyPrefix);
        json.WriteString("label"u8, type.Label);
        json.WriteString("labelPlural"u8, type.LabelPlural);
        json.WriteBoolean("layoutable"u8, writable);
        json.WriteBoolean("mergeable"u8, type.Name is "Account" or "Contact" or "Lead");
        json.WriteBoolean("mruEnabled"u8, writable);
        json.WriteString("name"u8, type.Json);
        json.WriteBoolean("queryable"u8, true);
        json.WriteBoolean("replicateable"u8, writable);
        json.WriteBoolean("retrieveable"u8, true);
        json.WriteBoolean("searchable"u8, writable);
        json.WriteBoolean("triggerable"u8, writable);
        json.WriteBoolean("undeletable"u8, writable);
        json.WriteBoolean("updateable"u8, writable && FieldSight.MayEdit(type));
    }

    private static void WriteUrls(SimCall call, SObjectType type, string start)
    {
        var path = $"{start}/sobjects/{type.Name}";
        call.Json.WriteString("rowTemplate"u8, path + "/{ID}");
        call.Json.WriteString("describe"u8, path + "/describe");
        call.Json.WriteString("sobject"u8, path);
    }

    private static void WriteMoreUrls(SimCall call, SObjectType type, string start)
    {
        if (!type.Writable)
        {
            return;
        }

        var path = $"{start}/sobjects/{type.Name}";
        var screens = $"{call.Http.Request.Scheme}://{call.Http.Request.Host}/";
        call.Json.WriteString("approvalLayouts"u8, path + "/describe/approvalLayouts");
        call.Json.WriteString("compactLayouts"u8, path + "/describe/compactLayouts");
        call.Json.WriteString("defaultValues"u8, path + "/defaultValues?recordTypeId&fields");
        call.Json.WriteString("layouts"u8, path + "/describe/layouts");
        call.Json.WriteString("listviews"u8, path + "/listviews");
        call.Json.WriteString("quickActions"u8, path + "/quickActions");
        call.Json.WriteString("uiDetailTemplate"u8, screens + "{ID}");
        call.Json.WriteString("uiEditTemplate"u8, screens + "{ID}/e");
        call.Json.WriteString("uiNewRecord"u8, $"{screens}{type.KeyPrefix}/e");
    }

    private static void WriteChildren(Utf8JsonWriter json, SObjectType type)
    {
        json.WriteStartArray("childRelationships"u8);
        foreach (var (child, field, name) in type.Children)
        {
            json.WriteStartObject();
            json.WriteBoolean("cascadeDelete"u8, field.CascadeDelete);
            json.WriteString("childSObject"u8, child.Json);
            json.WriteBoolean("deprecatedAndHidden"u8, false);
            json.WriteString("field"u8, field.Json);
            WriteEmpty(json, "junctionIdListNames");
            WriteEmpty(json, "junctionReferenceTo");
            json.WriteString("relationshipName"u8, name);
            json.WriteBoolean("restrictedDelete"u8, false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Every object has the master record type.
    private static void WriteRecordTypes(SimCall call, SObjectType type, string start)
    {
        var json = call.Json;
        json.WriteStartArray("recordTypeInfos"u8);
        if (type.Writable)
        {
            json.WriteStartObject();
            json.WriteBoolean("active"u8, true);
            json.WriteBoolean("available"u8, true);
            json.WriteBoolean("defaultRecordTypeMapping"u8, !RecordTypeInfos.HasDefault((SalesforceOrg)call.Simulator, type));
            json.WriteString("developerName"u8, "Master"u8);
            json.WriteBoolean("master"u8, true);
            json.WriteString("name"u8, "Master"u8);
            json.WriteString("recordTypeId"u8, "012000000000000AAA"u8);
            json.WriteStartObject("urls"u8);
            json.WriteString("layout"u8, $"{start}/sobjects/{type.Name}/describe/layouts/012000000000000AAA");
            json.WriteEndObject();
            json.WriteEndObject();
            RecordTypeInfos.Write((SalesforceOrg)call.Simulator, json, type, start);
        }

        json.WriteEndArray();
    }

    private static void WriteScope(Utf8JsonWriter json, string label, string name)
    {
        json.WriteStartObject();
        json.WriteString("label"u8, label);
        json.WriteString("name"u8, name);
        json.WriteEndObject();
    }

    private static void WriteEmpty(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
