using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.Search.Syntax;

namespace SfMarketo.SalesforceSim.Search;

/// <summary><c>/search</c> and <c>/parameterizedSearch</c> (salesforce-data.md section 8).</summary>
internal static class SearchEndpoints
{
    private const int ParameterizedSince = 36;

    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/search", Search);
        app.MapData("GET", "/parameterizedSearch", (org, call) => Run(org, call, () => SearchParameters.FromQuery(call)), ParameterizedSince);
        app.MapData("POST", "/parameterizedSearch", (org, call) => Run(org, call, () => SearchParameters.FromBody(call)), ParameterizedSince);
    }

    /// <summary>Answers, or refuses with what the reader or the search throws. A reader that gives null has refused the call itself.</summary>
    public static void Run(SalesforceOrg org, SimCall call, Func<SoslStatement?> read)
    {
        try
        {
            if (read() is { } search)
            {
                SearchRunner.Answer(org, call, search);
            }
        }
        catch (SearchException refusal)
        {
            call.Refuse(400, refusal.Code, refusal.Message);
        }
        catch (SoqlException refusal)
        {
            call.Refuse(refusal.Status, refusal.Code == SoqlCodes.MalformedQuery ? SearchException.Malformed : refusal.Code, refusal.Message);
        }
    }

    private static void Search(SalesforceOrg org, SimCall call)
    {
        var statement = call.Http.Request.Query["q"].ToString();
        if (statement.Trim().Length == 0)
        {
            call.Refuse(400, SearchException.Malformed, "No search term found. The search term must be enclosed in braces.");
            return;
        }

        Run(org, call, () => SoslParser.Parse(statement));
    }
}
