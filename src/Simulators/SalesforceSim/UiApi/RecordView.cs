using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>A record as the User Interface API shows it (its developer guide, "Record", "Field Value").</summary>
/// <remarks>Display values are those of picklists and parents; what depends on the user's locale has none.</remarks>
internal static class RecordView
{
    private const int TagSince = 42;
    private const int StampsSince = 44;
    private const int WeakTagSince = 48;

    /// <summary>The record with the fields wanted; noted as delivered.</summary>
    public static void Write(SalesforceOrg org, SimCall call, SRow row, FieldTree wanted)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("apiName"u8, row.Type.Json);
        json.WriteStartObject("childRelationships"u8);
        json.WriteEndObject();
        if (ApiVersionOf(call) >= TagSince)
        {
            json.WriteString("eTag"u8, UiTag.Of(row.Id + row.Version));
        }

        json.WriteStartObject("fields"u8);
        WriteFields(org, call, row, wanted);
        json.WriteEndObject();
        json.WriteString("id"u8, row.Id);
        if (ApiVersionOf(call) >= StampsSince)
        {
            json.WriteString("lastModifiedById"u8, row.Text(SystemFields.LastModifiedById));
            json.WriteString("lastModifiedDate"u8, Instant(row[SystemFields.LastModifiedDate]));
        }

        WriteRecordType(org, call, row.Type, row.Type.RecordTypeId is { } field ? row.Text(field.Number) : null);
        if (ApiVersionOf(call) >= StampsSince)
        {
            json.WriteString("systemModstamp"u8, Instant(row.Stamp));
        }

        if (ApiVersionOf(call) >= WeakTagSince)
        {
            json.WriteNumber("weakEtag"u8, row.Stamp / 1_000);
        }

        json.WriteEndObject();
        call.Deliver(row.Type.Name, row.Id, row.Version);
        call.Records++;
    }

    /// <summary><c>"recordTypeId"</c> and <c>"recordTypeInfo"</c>; rows of the master type have none.</summary>
    public static void WriteRecordType(SalesforceOrg org, SimCall call, SObjectType type, string? id)
    {
        if (ApiVersionOf(call) >= WeakTagSince)
        {
            call.Json.WriteString("recordTypeId"u8, id ?? (type.RecordTypeId is null ? null : RecordTypeList.Master));
        }

        if (RecordTypeList.Of(org, type).FirstOrDefault(entry => entry.Id == id) is { } own)
        {
            call.Json.WritePropertyName("recordTypeInfo"u8);
            RecordTypeList.Write(call.Json, own);
        }
        else
        {
            call.Json.WriteNull("recordTypeInfo"u8);
        }
    }

    /// <summary><c>{"displayValue":..,"value":..}</c> of a field.</summary>
    public static void WriteValue(Utf8JsonWriter json, SField field, object? value)
    {
        json.WriteStartObject();
        json.WriteString("displayValue"u8, field.Type is SFieldType.Picklist or SFieldType.MultiPicklist ? value as string : null);
        json.WritePropertyName("value"u8);
        if (value is long)
        {
            json.WriteStringValue(Instant(value));
        }
        else
        {
            FieldValues.WriteJson(json, field, value);
        }

        json.WriteEndObject();
    }

    private static void WriteFields(SalesforceOrg org, SimCall call, SRow row, FieldTree wanted)
    {
        var names = new SortedSet<string>(wanted.Fields, StringComparer.Ordinal);
        names.UnionWith(wanted.Parents.Keys);
        foreach (var name in names)
        {
            if (wanted.Parents.TryGetValue(name, out var tree) && row.Type.FindRelationship(name) is { } lookup)
            {
                call.Json.WritePropertyName(name);
                WriteParent(org, call, row, lookup, tree);
            }
            else if (row.Type.Find(name) is { } field)
            {
                call.Json.WritePropertyName(field.Json);
                WriteValue(call.Json, field, row[field]);
            }
        }
    }

    private static void WriteParent(SalesforceOrg org, SimCall call, SRow row, SField lookup, FieldTree tree)
    {
        var parent = row.Text(lookup.Number) is { } id && org.Store.Find(id) is { Deleted: false } found ? found : null;
        call.Json.WriteStartObject();
        call.Json.WriteString("displayValue"u8, parent?.Type.NameField is { } name ? parent.Text(name.Number) : null);
        call.Json.WritePropertyName("value"u8);
        if (parent is null)
        {
            call.Json.WriteNullValue();
        }
        else
        {
            Write(org, call, parent, tree);
        }

        call.Json.WriteEndObject();
    }

    private static int ApiVersionOf(SimCall call) => Calls.OrgEndpoints.ApiVersion(call);

    // This API writes Z for the zone.
    private static string? Instant(object? micros) => micros is long value ? FieldValues.FormatDateTime(value).Replace("+0000", "Z") : null;
}
