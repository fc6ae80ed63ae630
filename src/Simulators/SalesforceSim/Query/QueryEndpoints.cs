using System.Globalization;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Query.Results;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Query;

/// <summary>The resources <c>query</c> and <c>queryAll</c> (REST API Developer Guide, "Query", "QueryAll", "Query More Results").</summary>
internal static class QueryEndpoints
{
    private const string OptionsHeader = "Sforce-Query-Options";

    /// <summary>SOQL and SOSL Reference, "SOQL and SOSL Limits": a query may run for 120 s.</summary>
    private const long LongestRun = 120 * Micros.PerSecond;

    public static void MapQuery(this IEndpointRouteBuilder app)
    {
        foreach (var (resource, includeDeleted) in ((string, bool)[])[("/query", false), ("/queryAll", true)])
        {
            app.MapData("GET", resource, (org, call) => Query(org, call, includeDeleted));
            app.MapData("GET", resource + "/{locator}", (org, call) => Continue(org.Soql, call));
        }
    }

    private static void Query(SalesforceOrg org, SimCall call, bool includeDeleted)
    {
        var query = call.Http.Request.Query;
        var caller = CallerOf(call);
        if (query.TryGetValue("explain", out var explained))
        {
            Answer(call, () => ExplainWriter.Write(call.Json, org.Soql.PlanOf(explained.ToString(), call.WallNow, caller), explained.ToString(), org.Store));
        }
        else if (!query.TryGetValue("q", out var statement))
        {
            call.Refuse(400, SoqlCodes.MalformedQuery, "A query string has to be specified");
        }
        else if (query["columns"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            Answer(call, () => new ColumnWriter(call.Json).Write(org.Soql.PlanOf(statement.ToString(), call.WallNow, caller)));
        }
        else if (call.Now - call.At > LongestRun)
        {
            call.Refuse(400, SoqlCodes.QueryTimeout, "Your query request was running for too long.");
        }
        else
        {
            Answer(call, () =>
            {
                var run = org.Soql.Query(call, caller, statement.ToString(), includeDeleted);
                if (run.Plan.View != ViewMark.None)
                {
                    ViewMarks.Set(org, call, run);
                }
            });
        }
    }

    private static void Continue(SoqlEngine soql, SimCall call) => Answer(call, () => soql.Continue(call, CallerOf(call), call.Route("locator")));

    private static void Answer(SimCall call, Action answer)
    {
        try
        {
            answer();
            call.Json.Flush();
        }
        catch (SoqlException refusal)
        {
            call.Refuse(refusal.Status, refusal.Code, refusal.Message);
        }
    }

    private static QueryCaller CallerOf(SimCall call)
    {
        var session = (Session)call.Session!;
        return new QueryCaller(session.Username, session.TimeZone, call.DataPath(), Asked(call.Http.Request.Headers[OptionsHeader].ToString()))
        {
            UserId = session.User.Id,
            Version = call.ApiVersion(),
        };
    }

    /// <summary><c>batchSize=200</c>; outside of 200 to 2,000 the nearest bound holds.</summary>
    private static int Asked(ReadOnlySpan<char> options)
    {
        foreach (var range in options.Split(','))
        {
            var option = options[range].Trim();
            var equals = option.IndexOf('=');
            if (equals > 0
                && option[..equals].Trim().Equals("batchSize", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(option[(equals + 1)..], NumberStyles.Integer, CultureInfo.InvariantCulture, out var size))
            {
                return Math.Clamp(size, SoqlEngine.SmallestPage, SoqlEngine.LargestPage);
            }
        }

        return SoqlEngine.LargestPage;
    }
}
