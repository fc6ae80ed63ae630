using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>What a screen is made of: object info, layouts, both with a record, values of a new record (User Interface API Developer Guide, "Object Info", "Record Layout", "Record UI", "Record Defaults").</summary>
internal static class UiScreenEndpoints
{
    private const int Since = 41;
    private const int DefaultsSince = 42;
    private const int MostRecords = 200;

    private static readonly string[] Layouts = ["Compact", "Full"];
    private static readonly string[] Modes = ["Create", "Edit", "View"];

    public static void MapUiScreens(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/ui-api/object-info", (org, call) => ObjectInfo.WriteDirectory(org, call), Since);
        app.MapData("GET", "/ui-api/object-info/{object}", Info, Since);
        app.MapData("GET", "/ui-api/layout/{object}", Layout, Since);
        app.MapData("GET", "/ui-api/record-ui/{ids}", RecordUi, Since);
        app.MapData("GET", "/ui-api/record-defaults/create/{object}", NewDefaults, DefaultsSince);
        app.MapData("GET", "/ui-api/record-defaults/clone/{id}", CloneDefaults, DefaultsSince);
    }

    private static void Info(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is { } type)
        {
            ObjectInfo.Write(org, call, type);
        }
    }

    private static void Layout(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is { } type && One(call, "layoutType", Layouts, "Full") is { } layout && One(call, "mode", Modes, "View") is { } mode && RecordType(org, call, type) is { } recordType)
        {
            UiLayout.Write(call, type, recordType.Id, layout, mode);
        }
    }

    private static void RecordUi(SalesforceOrg org, SimCall call)
    {
        var ids = call.Route("ids").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var rows = ids.Select(id => RecordEndpoints.Find(org, id)).OfType<SRow>().DistinctBy(row => row.Id).ToList();
        if (rows.Count == 0 || ids.Length > MostRecords)
        {
            call.Refuse(RowErrors.NotFound);
            return;
        }

        if (!RecordFields.Check(call, "layoutTypes", Layouts) || !RecordFields.Check(call, "modes", Modes))
        {
            return;
        }

        var types = rows.Select(row => row.Type).Distinct().ToList();
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("eTag"u8, UiTag.Of(string.Join(',', rows.Select(row => row.Id + row.Version))));
        json.WriteStartObject("layoutUserStates"u8);
        json.WriteEndObject();
        json.WriteStartObject("layouts"u8);
        foreach (var type in types)
        {
            json.WriteStartObject(type.Json);
            json.WriteStartObject(RecordTypeList.Master);
            json.WriteStartObject("Full"u8);
            json.WritePropertyName("View"u8);
            UiLayout.Write(call, type, RecordTypeList.Master, "Full", "View");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteInfos(org, call, types);
        json.WriteStartObject("records"u8);
        foreach (var row in rows)
        {
            json.WritePropertyName(row.Id);
            RecordView.Write(org, call, row, RecordFields.Full(org, row.Type));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void NewDefaults(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is { } type && RecordType(org, call, type) is { } recordType)
        {
            WriteDefaults(org, call, type, recordType, field => type.Defaults[field.Number]);
        }
    }

    private static void CloneDefaults(SalesforceOrg org, SimCall call)
    {
        if (RecordEndpoints.Find(org, call) is { } row && RecordType(org, call, row.Type) is { } recordType)
        {
            call.Deliver(row.Type.Name, row.Id, row.Version);
            WriteDefaults(org, call, row.Type, recordType, field => row[field]);
        }
    }

    private static void WriteDefaults(SalesforceOrg org, SimCall call, SObjectType type, RecordTypeEntry recordType, Func<SField, object?> valueOf)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WritePropertyName("layout"u8);
        UiLayout.Write(call, type, recordType.Id, "Full", "Create");
        WriteInfos(org, call, [type]);
        json.WriteStartObject("record"u8);
        json.WriteString("apiName"u8, type.Json);
        json.WriteStartObject("childRelationships"u8);
        json.WriteEndObject();
        json.WriteStartObject("fields"u8);
        foreach (var field in Org.Rules.FieldSight.FieldsOf(type).Where(field => field.Createable).OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            json.WritePropertyName(field.Json);
            RecordView.WriteValue(json, field, valueOf(field));
        }

        json.WriteEndObject();
        json.WriteNull("id"u8);
        json.WriteNull("lastModifiedById"u8);
        json.WriteNull("lastModifiedDate"u8);
        RecordView.WriteRecordType(org, call, type, recordType.Id);
        json.WriteNull("systemModstamp"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInfos(SalesforceOrg org, SimCall call, IEnumerable<SObjectType> types)
    {
        call.Json.WriteStartObject("objectInfos"u8);
        foreach (var type in types)
        {
            call.Json.WritePropertyName(type.Json);
            ObjectInfo.Write(org, call, type);
        }

        call.Json.WriteEndObject();
    }

    private static RecordTypeEntry? RecordType(SalesforceOrg org, SimCall call, SObjectType type)
    {
        var id = call.Http.Request.Query["recordTypeId"].ToString();
        var entry = id.Length == 0 ? RecordTypeList.Of(org, type).First(each => each.IsDefault) : RecordTypeList.Find(org, type, id);
        if (entry is null)
        {
            call.RefuseParameter($"The parameter recordTypeId names no record type of {type.Name}: {id}");
        }

        return entry;
    }

    private static string? One(SimCall call, string name, string[] known, string absent)
    {
        var text = call.Http.Request.Query[name].ToString();
        return text.Length == 0 ? absent : RecordFields.Check(call, name, known) ? Array.Find(known, value => value.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? absent : null;
    }
}
