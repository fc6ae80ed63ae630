using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>Records around a record: its children, and what a lookup can point to (User Interface API Developer Guide, "Child Relationships", "Lookups").</summary>
internal static class RelatedEndpoints
{
    private const int Since = 41;
    private const int UsualPage = 50;
    private const int UsualLookups = 25;
    private const int MostRows = 250;

    public static void MapUiRelated(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/ui-api/records/{id}/child-relationships/{relationship}", Children, Since);
        app.MapData("GET", "/ui-api/lookups/{object}/{field}", LookUpAll, Since);
        app.MapData("GET", "/ui-api/lookups/{object}/{field}/{target}", LookUp, Since);
    }

    private static void Children(SalesforceOrg org, SimCall call)
    {
        if (RecordEndpoints.Find(org, call) is not { } row)
        {
            return;
        }

        var name = call.Route("relationship");
        if (row.Type.Children.FirstOrDefault(each => name.Equals(each.Name, StringComparison.OrdinalIgnoreCase)) is not { Name: not null } child || !FieldSight.Shows(child.Child))
        {
            call.Refuse(RowErrors.NotFound);
            return;
        }

        if (Number(call, "pageSize", UsualPage) is not { } size || Number(call, "page", 0) is not { } page || Wanted(org, call, child.Child) is not { } wanted)
        {
            return;
        }

        var table = org.Store[child.Child];
        var all = (child.Field.Indexed ? table.FindByIndex(child.Field, row.Id) : table.Rows.Where(each => each.Text(child.Field.Number) == row.Id)).Where(each => !each.Deleted).ToList();
        WritePage(org, call, $"{call.DataPath()}/ui-api/records/{row.Id}/child-relationships/{child.Name}", all, page, size, wanted);
    }

    private static void LookUpAll(SalesforceOrg org, SimCall call)
    {
        if (Lookup(org, call) is not { } lookup || Number(call, "pageSize", UsualLookups) is not { } size)
        {
            return;
        }

        call.Json.WriteStartObject();
        call.Json.WriteStartObject("lookupResults"u8);
        foreach (var target in lookup.ReferenceTo.Select(name => org.Store.Schema.Find(name)).OfType<SObjectType>())
        {
            call.Json.WritePropertyName(target.Json);
            WriteMatches(org, call, lookup, target, 0, size);
        }

        call.Json.WriteEndObject();
        call.Json.WriteEndObject();
    }

    private static void LookUp(SalesforceOrg org, SimCall call)
    {
        if (Lookup(org, call) is not { } lookup)
        {
            return;
        }

        if (!lookup.ReferenceTo.Contains(call.Route("target"), StringComparer.OrdinalIgnoreCase) || org.Store.Schema.Find(call.Route("target")) is not { } target)
        {
            call.Refuse(RowErrors.NotFound);
            return;
        }

        if (Number(call, "pageSize", UsualLookups) is { } size && Number(call, "page", 0) is { } page)
        {
            WriteMatches(org, call, lookup, target, page, size);
        }
    }

    private static SField? Lookup(SalesforceOrg org, SimCall call)
    {
        if (RowEndpoints.TypeOf(org, call) is not { } type)
        {
            return null;
        }

        if (type.Find(call.Route("field")) is { Type: SFieldType.Reference } lookup)
        {
            return lookup;
        }

        call.Refuse(RowErrors.NotFound);
        return null;
    }

    private static void WriteMatches(SalesforceOrg org, SimCall call, SField lookup, SObjectType target, int page, int size)
    {
        var text = call.Http.Request.Query["q"].ToString().Trim();
        var wanted = new FieldTree();
        wanted.Fields.Add("Id");
        List<SRow> rows = [];
        if (target.NameField is { } name)
        {
            wanted.Fields.Add(name.Name);
            rows.AddRange(org.Store[target].Rows
                .Where(row => !row.Deleted && (text.Length == 0 || row.Text(name.Number)?.Contains(text, StringComparison.OrdinalIgnoreCase) == true))
                .OrderBy(row => row.Text(name.Number), StringComparer.OrdinalIgnoreCase)
                .ThenBy(row => row.Number));
        }

        WritePage(org, call, $"{call.DataPath()}/ui-api/lookups/{call.Route("object")}/{lookup.Name}/{target.Name}", rows, page, size, wanted);
    }

    private static FieldTree? Wanted(SalesforceOrg org, SimCall call, SObjectType type)
    {
        if (call.Http.Request.Query["fields"].Count + call.Http.Request.Query["optionalFields"].Count > 0)
        {
            return RecordFields.Read(org, call, type);
        }

        var wanted = new FieldTree();
        wanted.Fields.Add("Id");
        if (type.NameField is { } name)
        {
            wanted.Fields.Add(name.Name);
        }

        return wanted;
    }

    private static void WritePage(SalesforceOrg org, SimCall call, string path, List<SRow> all, int page, int size, FieldTree wanted)
    {
        var rows = all.Skip((int)Math.Min((long)page * size, all.Count)).Take(size).ToList();
        int? next = ((long)page + 1) * size < all.Count ? page + 1 : null;
        int? previous = page > 0 ? page - 1 : null;
        string? Url(int? number) => number is { } at ? $"{path}?page={at}&pageSize={size}" : null;
        string? Token(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNumber("count"u8, rows.Count);
        json.WriteString("currentPageToken"u8, Token(page));
        json.WriteString("currentPageUrl"u8, Url(page));
        json.WriteString("nextPageToken"u8, Token(next));
        json.WriteString("nextPageUrl"u8, Url(next));
        json.WriteString("previousPageToken"u8, Token(previous));
        json.WriteString("previousPageUrl"u8, Url(previous));
        json.WriteStartArray("records"u8);
        rows.ForEach(row => RecordView.Write(org, call, row, wanted));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int? Number(SimCall call, string name, int absent)
    {
        var text = call.Http.Request.Query[name].ToString();
        if (text.Length == 0)
        {
            return absent;
        }

        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && (name == "page" || number is > 0 and <= MostRows))
        {
            return number;
        }

        call.RefuseParameter($"The parameter {name} must be a whole number{(name == "page" ? "" : $" from 1 to {MostRows}")}: {text}");
        return null;
    }
}
