using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Objects;

namespace SfMarketo.MarketoSim.CustomObjects;

/// <summary><c>GET /rest/v1/customobjects.json</c>: the types, or those that <c>names</c> lists, by name; without their fields.</summary>
internal static class CustomObjectsPage
{
    public static void Answer(MarketoCall call)
    {
        if (CustomObjectEndpoints.Absence(call) is { } absent)
        {
            call.Fail(absent);
            return;
        }

        var names = call.Parameters.List("names");
        call.StartResult();
        foreach (var (name, table) in call.Store.Objects.Custom)
        {
            if (names.Count == 0 || names.Contains(name))
            {
                call.Json.WriteStartObject();
                ObjectDescribe.WriteHead(call, table.Kind);
                call.Json.WriteEndObject();
                call.Sim.Records++;
            }
        }

        call.EndResult();
    }
}
