using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Control;

namespace SfMarketo.SalesforceSim.Control;

/// <summary>Maps the control API of the org.</summary>
internal static class ControlMapping
{
    public static void MapOrgControl(this IEndpointRouteBuilder app) =>
        app.MapControl(simulator => new SalesforceControl((SalesforceOrg)simulator));
}
