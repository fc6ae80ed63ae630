using System.Globalization;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Recent;

/// <summary><c>/recent?limit=N</c> (REST API Developer Guide, "Recently Viewed Items").</summary>
internal static class RecentEndpoints
{
    private const int MostItems = 200;

    public static void MapRecent(this IEndpointRouteBuilder app) => app.MapData("GET", "/recent", List);

    private static void List(SalesforceOrg org, SimCall call)
    {
        var text = call.Http.Request.Query["limit"].ToString();
        var limit = MostItems;
        if (text.Length > 0 && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit > 0))
        {
            call.Refuse(400, "INVALID_ARGUMENT", $"The limit must be a positive number: {text}");
            return;
        }

        call.Json.WriteStartArray();
        foreach (var row in RecentItems.Of(org.Store, ((Session)call.Session!).User.Id, Math.Min(limit, MostItems)))
        {
            RecentItems.Write(call, row);
        }

        call.Json.WriteEndArray();
    }
}
