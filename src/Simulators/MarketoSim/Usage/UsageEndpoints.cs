using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Usage;

/// <summary><c>/rest/v1/stats</c>: one element a day, in the quota's zone. The quota itself is not in the answer, as at the vendor.</summary>
/// <remarks>Source: Marketo REST API, "Usage". That these calls count, and that quiet days have an element, is unverified.</remarks>
internal static class UsageEndpoints
{
    public static void MapUsage(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/stats/usage.json") { Get = Reads(call => Answer(call, 1, WriteUsage), MarketoPermissions.None) });
        app.MapRoute(new MarketoRoute("/rest/v1/stats/usage/last7days.json") { Get = Reads(call => Answer(call, 7, WriteUsage), MarketoPermissions.None) });
        app.MapRoute(new MarketoRoute("/rest/v1/stats/errors.json") { Get = Reads(call => Answer(call, 1, WriteErrors), MarketoPermissions.None) });
        app.MapRoute(new MarketoRoute("/rest/v1/stats/errors/last7days.json") { Get = Reads(call => Answer(call, 7, WriteErrors), MarketoPermissions.None) });
    }

    private static void Answer(MarketoCall call, int days, Action<MarketoCall, UsageDay> write)
    {
        call.Instance.Usage.Settle(call.Sim.Now, call.Instance.Options.Switches.UsageLag == SfMarketo.MarketoSim.Options.UsageLag.None);
        call.StartResult();
        foreach (var day in call.Instance.Usage.Last(days, call.Instance.Limits.Today(call.Sim.Now)))
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("date"u8, day.Date.ToString("yyyy-MM-dd", null));
            write(call, day);
            call.Json.WriteEndObject();
            call.Sim.Records++;
        }

        call.EndResult();
    }

    private static void WriteUsage(MarketoCall call, UsageDay day)
    {
        var json = call.Json;
        json.WriteNumber("total"u8, day.Total);
        json.WriteStartArray("users"u8);
        foreach (var (user, count) in day.Users)
        {
            json.WriteStartObject();
            json.WriteString("userId"u8, user);
            json.WriteNumber("count"u8, count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteErrors(MarketoCall call, UsageDay day)
    {
        var json = call.Json;
        json.WriteNumber("total"u8, day.ErrorTotal);
        json.WriteStartArray("errors"u8);
        foreach (var (code, count) in day.Errors)
        {
            json.WriteStartObject();
            json.WriteString("errorCode"u8, code);
            json.WriteNumber("count"u8, count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
