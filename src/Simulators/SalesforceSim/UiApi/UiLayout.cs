using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Layouts;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>The layout of an object as this API shows it (User Interface API Developer Guide, "Record Layout"): the page layout of <see cref="PageLayout"/> in one section.</summary>
internal static class UiLayout
{
    private const int Columns = 2;

    /// <summary>Writes the layout.</summary>
    /// <param name="call">The call.</param>
    /// <param name="type">The object.</param>
    /// <param name="recordType">Id of the record type.</param>
    /// <param name="layout"><c>Full</c> or <c>Compact</c>.</param>
    /// <param name="mode"><c>View</c>, <c>Edit</c> or <c>Create</c>.</param>
    public static void Write(SimCall call, SObjectType type, string recordType, string layout, string mode)
    {
        var json = call.Json;
        var isCompact = layout == "Compact";
        List<SField> fields = isCompact
            ? [.. CompactLayout.Fields(type)]
            : [.. FieldSight.FieldsOf(type).Where(field => field.Number != SystemFields.Id && field.Type != SFieldType.Address && (mode == "View" || field.Createable))];
        json.WriteStartObject();
        json.WriteString("eTag"u8, UiTag.Of($"{type.Name}:{layout}:{mode}:{string.Join(',', fields)}"));
        json.WriteString("id"u8, isCompact ? null : PageLayout.IdOf(type));
        json.WriteString("layoutType"u8, layout);
        json.WriteString("mode"u8, mode);
        json.WriteString("objectApiName"u8, type.Json);
        json.WriteString("recordTypeId"u8, recordType);
        LayoutItems.WriteNone(json, "saveOptions");
        json.WriteStartArray("sections"u8);
        json.WriteStartObject();
        json.WriteBoolean("collapsible"u8, false);
        json.WriteNumber("columns"u8, Columns);
        json.WriteString("heading"u8, type.Label + " Information");
        json.WriteString("id"u8, isCompact ? null : PageLayout.IdOf(type));
        json.WriteStartArray("layoutRows"u8);
        foreach (var row in fields.Chunk(Columns))
        {
            json.WriteStartObject();
            json.WriteStartArray("layoutItems"u8);
            foreach (var field in row)
            {
                WriteItem(json, field);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("rows"u8, (fields.Count + Columns - 1) / Columns);
        json.WriteString("tabOrder"u8, "TopToBottom"u8);
        json.WriteBoolean("useHeading"u8, !isCompact);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, SField field)
    {
        json.WriteStartObject();
        json.WriteBoolean("editableForNew"u8, field.Createable && FieldSight.MayEdit(field));
        json.WriteBoolean("editableForUpdate"u8, field.Updateable && FieldSight.MayEdit(field));
        json.WriteString("label"u8, field.Label);
        json.WriteStartArray("layoutComponents"u8);
        json.WriteStartObject();
        json.WriteString("apiName"u8, field.Json);
        json.WriteString("componentType"u8, "Field"u8);
        json.WriteString("label"u8, field.Label);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("lookupIdApiName"u8, field.Type == SFieldType.Reference ? "Id" : null);
        json.WriteBoolean("required"u8, field.RequiredOnCreate);
        json.WriteBoolean("sortable"u8, false);
        json.WriteEndObject();
    }
}
