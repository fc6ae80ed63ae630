using System.Globalization;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Query;

/// <summary>The resources <c>query</c> and <c>queryAll</c> (REST API Developer Guide, "Query", "QueryAll", "Query More Results").</summary>
internal static class QueryEndpoints
{
    private const string OptionsHeader = "Sforce-Query-Options";

    public static void MapQuery(this IEndpointRouteBuilder app)
    {
        foreach (var (resource, includeDeleted) in ((string, bool)[])[("/query", false), ("/queryAll", true)])
        {
            app.MapData("GET", resource, (org, call) => Query(org.Soql, call, includeDeleted));
            app.MapData("GET", resource + "/{locator}", (org, call) => Continue(org.Soql, call));
        }
    }

    private static void Query(SoqlEngine soql, SimCall call, bool includeDeleted)
    {
        var query = call.Http.Request.Query;
        if (query.ContainsKey("explain"))
        {
            call.RefuseNotSimulated("query plans (explain)");
            return;
        }

        if (query.ContainsKey("columns"))
        {
            call.RefuseNotSimulated("column metadata of a query (columns)");
            return;
        }

        if (!query.TryGetValue("q", out var statement))
        {
            call.Refuse(400, SoqlCodes.MalformedQuery, "A query string has to be specified");
            return;
        }

        Answer(call, () => soql.Query(call, CallerOf(call), statement.ToString(), includeDeleted));
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
        return new QueryCaller(session.Username, session.TimeZone, call.DataPath(), PageSize(call.Http.Request.Headers[OptionsHeader].ToString()));
    }

    /// <summary><c>batchSize=200</c>; outside of 200 to 2,000 the nearest bound holds.</summary>
    private static int PageSize(ReadOnlySpan<char> options)
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
