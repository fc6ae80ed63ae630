using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Control;

namespace SfMarketo.MarketoSim.Control;

/// <summary>Maps the control API of the instance.</summary>
internal static class ControlMapping
{
    public static void MapInstanceControl(this IEndpointRouteBuilder app) =>
        app.MapControl(new MarketoControl((MarketoInstance)app.ServiceProvider.GetService(typeof(Simulator))!));
}
