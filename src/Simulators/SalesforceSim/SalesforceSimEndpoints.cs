using Microsoft.AspNetCore.Routing;
using SfMarketo.SalesforceSim.Query;

namespace SfMarketo.SalesforceSim;

/// <summary>The list of the org's resources.</summary>
public static class SalesforceSimEndpoints
{
    public static void MapSalesforceSim(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapQuery();
    }
}
