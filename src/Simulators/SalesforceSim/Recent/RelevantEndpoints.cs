using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;
using SfMarketo.SalesforceSim.SignIn;
using SfMarketo.SalesforceSim.UiApi;

namespace SfMarketo.SalesforceSim.Recent;

/// <summary><c>/sobjects/relevantItems</c> (REST API Developer Guide, "Relevant Items"): the rows that matter most to the user, by object. Those that were used last stand for them.</summary>
internal static class RelevantEndpoints
{
    private const int Since = 35;
    private const int MostRows = 200;

    public static void MapRelevant(this IEndpointRouteBuilder app) => app.MapData("GET", "/sobjects/relevantItems", List, Since);

    private static void List(SalesforceOrg org, SimCall call)
    {
        var names = call.Http.Request.Query["sobjects"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(names, name => org.Store.Schema.Find(name) is null) is not null)
        {
            call.Refuse(RowErrors.NotFound);
            return;
        }

        var rows = RecentItems.Of(org.Store, ((Session)call.Session!).User.Id, MostRows);
        var json = call.Json;
        json.WriteStartArray();
        foreach (var group in rows.GroupBy(row => row.Type).Where(group => names.Length == 0 || names.Contains(group.Key.Name, StringComparer.OrdinalIgnoreCase)))
        {
            json.WriteStartObject();
            json.WriteString("apiName"u8, group.Key.Json);
            json.WriteString("key"u8, group.Key.KeyPrefix);
            json.WriteString("label"u8, group.Key.LabelPlural);
            json.WriteString("lastUpdatedId"u8, UiTag.Of(string.Join(',', group.Select(row => row.Id + row.Version)))[..9]);
            json.WriteString("qualifiedApiName"u8, group.Key.Json);
            json.WriteStartArray("recordIds"u8);
            foreach (var row in group)
            {
                json.WriteStringValue(row.Id[..15]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
