using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Objects;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Opportunities;

/// <summary>Source: Marketo REST API, "Opportunities", "Opportunity roles".</summary>
internal static class OpportunityEndpoints
{
    public static void MapOpportunities(this IEndpointRouteBuilder app)
    {
        app.MapObject(new ObjectRoute("/rest/v1/opportunities", call => call.Store.Objects.Opportunities, MarketoPermissions.ReadOpportunity, MarketoPermissions.ReadWriteOpportunity)
        {
            CrmOwned = true,
            TakesJson = true,
            HasSchema = true,
        });
        app.MapObject(new ObjectRoute("/rest/v1/opportunities/roles", call => call.Store.Objects.OpportunityRoles, MarketoPermissions.ReadOpportunity, MarketoPermissions.ReadWriteOpportunity)
        {
            CrmOwned = true,
            TakesJson = true,
        });
    }
}
