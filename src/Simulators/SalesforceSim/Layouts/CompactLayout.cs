using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Layouts;

/// <summary>The system's compact layout of an object: its name and the first fields that a card shows.</summary>
internal static class CompactLayout
{
    private const int MostFields = 4;

    private static readonly string[] Shown = ["Phone", "Email", "Title", "Company", "AccountId", "StageName", "Amount", "CloseDate", "Status", "Type", "OwnerId"];

    /// <summary>All compact layouts, with the one of each record type.</summary>
    public static void WriteAll(SimCall call, SObjectType type)
    {
        var json = call.Json;
        var path = $"{call.DataPath()}/sobjects/{type.Name}/describe/compactLayouts/";
        json.WriteStartObject();
        json.WriteStartArray("compactLayouts"u8);
        Write(call, type);
        json.WriteEndArray();
        json.WriteNull("defaultCompactLayoutId"u8);
        json.WriteStartArray("recordTypeCompactLayoutMappings"u8);
        json.WriteStartObject();
        json.WriteBoolean("available"u8, true);
        json.WriteNull("compactLayoutId"u8);
        json.WriteString("compactLayoutName"u8, "SYSTEM"u8);
        json.WriteString("recordTypeId"u8, PageLayout.MasterRecordType);
        json.WriteString("recordTypeName"u8, "Master"u8);
        json.WriteStartObject("urls"u8);
        json.WriteString("compactLayout"u8, path + PageLayout.MasterRecordType);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("urls"u8);
        json.WriteString("primary"u8, path + "primary");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The layout alone.</summary>
    public static void Write(SimCall call, SObjectType type)
    {
        var json = call.Json;
        json.WriteStartObject();
        LayoutItems.WriteNone(json, "actions");
        json.WriteStartArray("fieldItems"u8);
        var place = 0;
        foreach (var field in Fields(type))
        {
            LayoutItems.Write(json, field, ++place);
        }

        json.WriteEndArray();
        json.WriteNull("id"u8);
        LayoutItems.WriteNone(json, "imageItems");
        json.WriteString("label"u8, "System Default"u8);
        json.WriteString("name"u8, "SYSTEM"u8);
        json.WriteString("objectType"u8, type.Json);
        json.WriteEndObject();
    }

    /// <summary>The fields that the layout shows.</summary>
    public static IEnumerable<SField> Fields(SObjectType type) =>
        Shown.Select(name => type.Find(name)).OfType<SField>().Prepend(type.NameField ?? type.Fields[SystemFields.Id]).Take(MostFields);
}
