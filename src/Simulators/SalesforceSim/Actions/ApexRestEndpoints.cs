using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.SalesforceSim.Actions;

/// <summary><c>/services/apexrest/*</c>: what <see cref="ApexRestAnswer"/> says, and the vendor's 404 for everything else.</summary>
internal static class ApexRestEndpoints
{
    private const string Root = "/services/apexrest";

    public static void MapApexRest(this IEndpointRouteBuilder app)
    {
        foreach (var method in (ReadOnlySpan<string>)["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])
        {
            app.MapCall(method, Root + "/{**path}", call => Answer((SalesforceOrg)call.Simulator, call));
        }
    }

    private static void Answer(SalesforceOrg org, SimCall call)
    {
        var path = call.Http.Request.Path.Value![Root.Length..].TrimEnd('/');
        var method = call.Http.Request.Method == "HEAD" ? "GET" : call.Http.Request.Method;
        var answers = org.Options.ApexRest.Where(answer => Covers(answer.Mapping, path)).ToList();
        if (answers.Count == 0)
        {
            call.Refuse(StatusCodes.Status404NotFound, "NOT_FOUND", "Could not find a match for URL");
        }
        else if (answers.Find(answer => answer.Method == method) is { } found)
        {
            call.Status = found.Status;
            call.ContentType = found.Body.Length > 0 ? call.ContentType : null;
            Encoding.UTF8.GetBytes(found.Body, call.Raw);
        }
        else
        {
            call.Refuse(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", $"HTTP Method '{method}' not allowed. Allowed are {string.Join(',', answers.Select(answer => answer.Method).Distinct().Order(StringComparer.Ordinal))}");
        }
    }

    private static bool Covers(string mapping, string path) => mapping.EndsWith("/*", StringComparison.Ordinal)
        ? path.StartsWith(mapping[..^1], StringComparison.OrdinalIgnoreCase) || path.Equals(mapping[..^2], StringComparison.OrdinalIgnoreCase)
        : path.Equals(mapping.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
