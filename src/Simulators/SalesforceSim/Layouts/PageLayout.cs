using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Describe;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Layouts;

/// <summary>The one page layout of an object: its fields in two columns, its children as related lists.</summary>
internal static class PageLayout
{
    /// <summary>Id of the master record type.</summary>
    public const string MasterRecordType = "012000000000000AAA";

    private const int Columns = 2;
    private const int RelatedRows = 5;

    private static readonly int Prefix = SalesforceId.PackPrefix("00h");
    private static readonly int Node = SalesforceId.PackPrefix("5g0");

    /// <summary><c>{"layouts":[..],"recordTypeMappings":[..],"recordTypeSelectorRequired":[false]}</c>.</summary>
    public static void WriteAll(SimCall call, SObjectType type)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("layouts"u8);
        Write(call, type);
        json.WriteEndArray();
        WriteMappings(call, type);
        json.WriteStartArray("recordTypeSelectorRequired"u8);
        json.WriteBooleanValue(false);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The layout of global actions: there are none.</summary>
    public static void WriteGlobal(SimCall call)
    {
        call.Json.WriteStartObject();
        LayoutItems.WriteNone(call.Json, "layouts");
        LayoutItems.WriteNone(call.Json, "recordTypeMappings");
        LayoutItems.WriteNone(call.Json, "recordTypeSelectorRequired");
        call.Json.WriteEndObject();
    }

    /// <summary>The layout alone.</summary>
    public static void Write(SimCall call, SObjectType type)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNull("buttonLayoutSection"u8);
        WriteSections(json, "detailLayoutSections", type, [.. FieldSight.FieldsOf(type).Where(field => field.Number != SystemFields.Id && field.CompoundFieldName is null)]);
        WriteSections(json, "editLayoutSections", type, [.. FieldSight.FieldsOf(type).Where(field => field.Createable)]);
        json.WriteNull("feedView"u8);
        json.WriteNull("highlightsPanelLayoutSection"u8);
        json.WriteString("id"u8, IdOf(type));
        LayoutItems.WriteNone(json, "multirowEditLayoutSections");
        LayoutItems.WriteNone(json, "offlineLinks");
        json.WriteNull("quickActionList"u8);
        json.WriteNull("relatedContent"u8);
        json.WriteStartArray("relatedLists"u8);
        foreach (var child in type.Children.Where(child => child.Name is not null))
        {
            WriteRelatedList(json, child);
        }

        json.WriteEndArray();
        LayoutItems.WriteNone(json, "saveOptions");
        json.WriteEndObject();
    }

    /// <summary>The id of the layout of an object.</summary>
    public static string IdOf(SObjectType type) => new SalesforceId(Prefix, Node, 1_000_000 + type.Number).ToString();

    private static void WriteSections(Utf8JsonWriter json, string name, SObjectType type, List<SField> fields)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteNumber("columns"u8, Columns);
        json.WriteString("heading"u8, type.Label + " Information");
        json.WriteStartArray("layoutRows"u8);
        for (var first = 0; first < fields.Count; first += Columns)
        {
            json.WriteStartObject();
            json.WriteStartArray("layoutItems"u8);
            for (var place = first; place < Math.Min(fields.Count, first + Columns); place++)
            {
                LayoutItems.Write(json, fields[place], place + 1);
            }

            json.WriteEndArray();
            json.WriteNumber("numItems"u8, Math.Min(Columns, fields.Count - first));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("parentLayoutId"u8, IdOf(type));
        json.WriteNumber("rows"u8, (fields.Count + Columns - 1) / Columns);
        json.WriteString("tabOrder"u8, "TopToBottom"u8);
        json.WriteBoolean("useCollapsibleSection"u8, false);
        json.WriteBoolean("useHeading"u8, true);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRelatedList(Utf8JsonWriter json, ChildRelationship child)
    {
        json.WriteStartObject();
        json.WriteNull("accessLevelRequiredForCreate"u8);
        LayoutItems.WriteNone(json, "buttons");
        json.WriteStartArray("columns"u8);
        if (child.Child.NameField is { } name)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, $"{child.Child.Name}.{name.Name}");
            json.WriteString("fieldApiName"u8, name.Json);
            json.WriteNull("format"u8);
            json.WriteString("label"u8, name.Label);
            json.WriteString("lookupId"u8, $"{child.Child.Name}.Id");
            json.WriteString("name"u8, name.Json);
            json.WriteBoolean("sortable"u8, name.Sortable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("custom"u8, child.Field.Custom);
        json.WriteString("field"u8, child.Field.Json);
        json.WriteString("label"u8, child.Child.LabelPlural);
        json.WriteNumber("limitRows"u8, RelatedRows);
        json.WriteString("name"u8, child.Name);
        json.WriteString("sobject"u8, child.Child.Json);
        LayoutItems.WriteNone(json, "sort");
        json.WriteEndObject();
    }

    private static void WriteMappings(SimCall call, SObjectType type)
    {
        var json = call.Json;
        json.WriteStartArray("recordTypeMappings"u8);
        json.WriteStartObject();
        json.WriteBoolean("active"u8, true);
        json.WriteBoolean("available"u8, true);
        json.WriteBoolean("defaultRecordTypeMapping"u8, true);
        json.WriteString("developerName"u8, "Master"u8);
        json.WriteString("layoutId"u8, IdOf(type));
        json.WriteBoolean("master"u8, true);
        json.WriteString("name"u8, "Master"u8);
        json.WriteStartArray("picklistsForRecordType"u8);
        foreach (var field in FieldSight.FieldsOf(type).Where(field => field.Picklist.Count > 0))
        {
            json.WriteStartObject();
            json.WriteString("picklistName"u8, field.Json);
            FieldDescription.WritePicklist(json, field);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("recordTypeId"u8, MasterRecordType);
        json.WriteStartObject("urls"u8);
        json.WriteString("layout"u8, $"{call.DataPath()}/sobjects/{type.Name}/describe/layouts/{MasterRecordType}");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
