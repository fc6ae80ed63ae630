using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Objects;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.SalesPersons;

/// <summary>Source: Marketo REST API, "Sales persons".</summary>
internal static class SalesPersonEndpoints
{
    public static void MapSalesPersons(this IEndpointRouteBuilder app) =>
        app.MapObject(new ObjectRoute("/rest/v1/salespersons", call => call.Store.Objects.SalesPersons, MarketoPermissions.ReadSalesPerson, MarketoPermissions.ReadWriteSalesPerson) { CrmOwned = true });
}
