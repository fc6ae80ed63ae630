using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Objects;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Companies;

/// <summary>Source: Marketo REST API, "Companies".</summary>
internal static class CompanyEndpoints
{
    public static void MapCompanies(this IEndpointRouteBuilder app) =>
        app.MapObject(new ObjectRoute("/rest/v1/companies", call => call.Store.Companies, MarketoPermissions.ReadCompany, MarketoPermissions.ReadWriteCompany) { CrmOwned = true, HasSchema = true });
}
