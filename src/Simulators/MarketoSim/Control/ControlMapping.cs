using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Control;

namespace SfMarketo.MarketoSim.Control;

/// <summary>Maps the control API of the instance.</summary>
internal static class ControlMapping
{
    public static void MapInstanceControl(this IEndpointRouteBuilder app) =>
        app.MapControl(simulator => new MarketoControl((MarketoInstance)simulator));
}
