using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>Values of picklists by record type (User Interface API Developer Guide, "Picklist Values", "Picklist Values Collection"). All record types have all values.</summary>
internal static class PicklistEndpoints
{
    private const int Since = 41;
    private const string Root = "/ui-api/object-info/{object}/picklist-values/{recordType}";

    public static void MapUiPicklists(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", Root, All, Since);
        app.MapData("GET", Root + "/{field}", One, Since);
    }

    private static void All(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is not var (type, recordType))
        {
            return;
        }

        var fields = FieldSight.FieldsOf(type).Where(IsPicklist).OrderBy(field => field.Name, StringComparer.Ordinal).ToList();
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("eTag"u8, UiTag.Of($"{type.Name}:{recordType}:{string.Join(',', fields)}"));
        json.WriteStartObject("picklistFieldValues"u8);
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Json);
            Write(call, type, recordType, field);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void One(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is not var (type, recordType))
        {
            return;
        }

        if (type.Find(call.Route("field")) is { } field && IsPicklist(field))
        {
            Write(call, type, recordType, field);
        }
        else
        {
            call.Refuse(RowErrors.NotFound);
        }
    }

    private static (SObjectType Type, string RecordType)? Find(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is not { } type)
        {
            return null;
        }

        if (RecordTypeList.Find(org, type, call.Route("recordType")) is { } entry)
        {
            return (type, entry.Id);
        }

        call.Refuse(RowErrors.NotFound);
        return null;
    }

    private static bool IsPicklist(SField field) => field.Type is SFieldType.Picklist or SFieldType.MultiPicklist;

    private static void Write(SimCall call, SObjectType type, string recordType, SField field)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartObject("controllerValues"u8);
        json.WriteEndObject();
        json.WritePropertyName("defaultValue"u8);
        if (field.Picklist.FirstOrDefault(value => value.IsDefault) is { } standard)
        {
            WriteValue(json, standard);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("eTag"u8, UiTag.Of($"{type.Name}.{field.Name}:{string.Join(';', field.Picklist.Select(value => value.Value))}"));
        json.WriteString("url"u8, $"{call.DataPath()}/ui-api/object-info/{type.Name}/picklist-values/{recordType}/{field.Name}");
        json.WriteStartArray("values"u8);
        foreach (var value in field.Picklist)
        {
            WriteValue(json, value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, PicklistValue value)
    {
        json.WriteStartObject();
        json.WriteNull("attributes"u8);
        json.WriteString("label"u8, value.Value);
        json.WriteStartArray("validFor"u8);
        json.WriteEndArray();
        json.WriteString("value"u8, value.Value);
        json.WriteEndObject();
    }
}
