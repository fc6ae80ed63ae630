using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Layouts;

/// <summary>What the vendor's screens are made of: tabs, theme, app menu, quick actions (REST API Developer Guide, pages of these names).</summary>
/// <remarks>The org has one app with a tab for each object, and no quick actions.</remarks>
internal static class OrgScreenEndpoints
{
    private static readonly string[] Menus = ["AppSwitcher", "NetworkTabs", "Salesforce1"];

    public static void MapScreens(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/tabs", Tabs);
        app.MapData("GET", "/theme", Theme);
        app.MapData("GET", "/appMenu", ListMenus);
        app.MapData("GET", "/appMenu/{menu}", Menu);
        app.MapData("GET", "/quickActions", (_, call) => WriteNone(call));
        app.MapData("GET", "/sobjects/{object}/quickActions", (org, call) =>
        {
            if (RowEndpoints.TypeOf(org, call) is not null)
            {
                WriteNone(call);
            }
        });
        app.MapData("GET", "/process/approvals", (_, call) => WriteEmpty(call, "approvals"));
        app.MapData("GET", "/sobjects/User/{id}/password", PasswordStatus);
        foreach (var other in (ReadOnlySpan<string>)["defaultValues", "suggestedArticles"])
        {
            app.MapData("GET", "/sobjects/{object}/" + other, (_, call) => call.RefuseNotSimulated($"/sobjects/{{object}}/{other}"));
        }
    }

    private static IEnumerable<SObjectType> Tabbed(SalesforceOrg org) => org.Store.Schema.Objects.Where(type => type.Writable);

    private static void Tabs(SalesforceOrg org, SimCall call)
    {
        var json = call.Json;
        var screens = $"{call.Http.Request.Scheme}://{call.Http.Request.Host}/";
        json.WriteStartArray();
        foreach (var type in Tabbed(org))
        {
            json.WriteStartObject();
            LayoutItems.WriteNone(json, "colors");
            json.WriteBoolean("custom"u8, type.Name.EndsWith("__c", StringComparison.Ordinal));
            json.WriteString("iconUrl"u8, $"{screens}img/icon/{type.Name.ToLowerInvariant()}32.png");
            LayoutItems.WriteNone(json, "icons");
            json.WriteString("label"u8, type.LabelPlural);
            json.WriteString("miniIconUrl"u8, $"{screens}img/icon/{type.Name.ToLowerInvariant()}16.png");
            json.WriteString("name"u8, "standard-" + type.Name);
            json.WriteString("sobjectName"u8, type.Json);
            json.WriteString("url"u8, $"{screens}{type.KeyPrefix}/o");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Theme(SalesforceOrg org, SimCall call)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("themeItems"u8);
        foreach (var type in Tabbed(org))
        {
            json.WriteStartObject();
            LayoutItems.WriteNone(json, "colors");
            LayoutItems.WriteNone(json, "icons");
            json.WriteString("name"u8, type.Json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void ListMenus(SalesforceOrg org, SimCall call)
    {
        call.Json.WriteStartObject();
        foreach (var menu in Menus)
        {
            call.Json.WriteString(menu, $"{call.DataPath()}/appMenu/{menu}");
        }

        call.Json.WriteEndObject();
    }

    private static void Menu(SalesforceOrg org, SimCall call)
    {
        if (!Menus.Contains(call.Route("menu"), StringComparer.OrdinalIgnoreCase))
        {
            call.Refuse(RowErrors.NotFound);
            return;
        }

        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("appMenuItems"u8);
        json.WriteStartObject();
        json.WriteNull("colors"u8);
        json.WriteNull("content"u8);
        json.WriteNull("icons"u8);
        json.WriteString("label"u8, "Sales"u8);
        json.WriteString("type"u8, "Tabset"u8);
        json.WriteString("url"u8, $"{call.Http.Request.Scheme}://{call.Http.Request.Host}/home/home.jsp");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void PasswordStatus(SalesforceOrg org, SimCall call)
    {
        if (!RowIds.TryParse(org, call.Route("id"), out var id) || org.Store["User"].Find(id) is null)
        {
            call.Refuse(RowErrors.NotFound);
            return;
        }

        call.Json.WriteStartObject();
        call.Json.WriteBoolean("isExpired"u8, false);
        call.Json.WriteEndObject();
    }

    private static void WriteNone(SimCall call)
    {
        call.Json.WriteStartArray();
        call.Json.WriteEndArray();
    }

    private static void WriteEmpty(SimCall call, string name)
    {
        call.Json.WriteStartObject();
        call.Json.WriteStartObject(name);
        call.Json.WriteEndObject();
        call.Json.WriteEndObject();
    }
}
