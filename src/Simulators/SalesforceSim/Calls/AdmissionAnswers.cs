using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Guidance;
using SfMarketo.SalesforceSim.BulkV1;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Calls;

/// <summary>The checks that come before any endpoint: session, version, resource, method. Each writes its refusal and returns false.</summary>
internal static class AdmissionAnswers
{
    // v31.0 to v40.0 go in Summer '28 (REST API Developer Guide, "API End-of-Life").
    private const int LastDeprecated = 40;

    public static bool TrySession(SalesforceOrg org, SimCall call)
    {
        if (AsyncErrors.Covers(call))
        {
            return TryUse(org, call, call.Http.Request.Headers[AsyncErrors.SessionHeader].ToString());
        }

        var header = call.Http.Request.Headers.Authorization.ToString().AsSpan();
        if (header.IsEmpty)
        {
            return RefuseSession(call);
        }

        var space = header.IndexOf(' ');
        if (space <= 0 || !header[..space].Equals("Bearer", StringComparison.OrdinalIgnoreCase) && !header[..space].Equals("OAuth", StringComparison.OrdinalIgnoreCase))
        {
            if (!org.Switches.BadHeaderHasOwnCode)
            {
                return RefuseSession(call);
            }

            call.Refuse(StatusCodes.Status401Unauthorized, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE");
            return false;
        }

        return TryUse(org, call, header[(space + 1)..].Trim());
    }

    private static bool TryUse(SalesforceOrg org, SimCall call, ReadOnlySpan<char> token)
    {
        if (!org.Sessions.TryUse(token, call.At, out var session))
        {
            return RefuseSession(call);
        }

        call.Client = session.Username;
        call.Session = session;
        if (!session.AllowsApi)
        {
            call.Refuse(StatusCodes.Status403Forbidden, "INVALID_SESSION_ID", "This session is not valid for use with the REST API");
            return false;
        }

        return CheckApi(org, call, session);
    }

    // The org's edition, then the user and the user's profile.
    private static bool CheckApi(SalesforceOrg org, SimCall call, Session session)
    {
        if (!org.Permissions.ApiEnabled)
        {
            call.Refuse(StatusCodes.Status403Forbidden, "API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization.");
            return false;
        }

        if (!(session.Account ??= org.SignIn.Account(session.User)).ApiEnabled || org.Permissions.Of(session.Username) is { Profile.ApiEnabled: false })
        {
            call.Refuse(StatusCodes.Status403Forbidden, "API_CURRENTLY_DISABLED", "API is disabled for this User");
            return false;
        }

        return true;
    }

    /// <summary>Versions are <c>vNN.0</c>: newer ones than the newest do not exist, older ones than the oldest are gone.</summary>
    public static bool CheckVersion(SalesforceOrg org, SimCall call, string path)
    {
        const string start = "/services/data/v";
        if (!path.StartsWith(start, StringComparison.Ordinal))
        {
            return true;
        }

        var text = path.AsSpan(start.Length);
        var slash = text.IndexOf('/');
        text = slash < 0 ? text : text[..slash];
        if (!text.EndsWith(".0") || !int.TryParse(text[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version > org.Switches.ApiMaxVersion || version < 7)
        {
            RefuseResource(call);
            return false;
        }

        if (version < org.Switches.ApiMinVersion)
        {
            call.Refuse(StatusCodes.Status410Gone, "GONE", "This API version has been retired.");
            return false;
        }

        if (version <= LastDeprecated)
        {
            call.Http.Response.Headers.Warning = "299 - \"This API is deprecated and will be removed by Summer '28.\"";
        }

        return true;
    }

    /// <summary>True when an endpoint took the path and the method.</summary>
    public static bool CheckResource(SimCall call, Endpoint? endpoint, string path)
    {
        if (endpoint is RouteEndpoint)
        {
            return true;
        }

        if (endpoint is not null)
        {
            call.Guidance = Near($"the path is there, but not with {call.Http.Request.Method}", call, path);
            RefuseMethod(call, endpoint);
        }
        else if (Unsimulated.Find(path) is { } what)
        {
            call.Guidance = Near("this simulator has it not yet", call, path);
            call.RefuseNotSimulated(what);
        }
        else
        {
            call.Guidance = Near("there is no such resource", call, path);
            RefuseResource(call);
        }

        return false;
    }

    // A call inside of another one has no line in the journal.
    private static string? Near(string why, SimCall call, string path) =>
        call.Http.RequestServices is null ? null : NearMisses.Tell(why, call.Http.Request.Method, path, RoutedOperations.Of(call.Http, RoutedOperations.Mapped).Where(operation => operation.Method != "HEAD"));

    // Routing's own endpoint for other methods runs at once and leaves the allowed ones in the header.
    private static void RefuseMethod(SimCall call, Endpoint endpoint)
    {
        _ = endpoint.RequestDelegate!(call.Http);
        RefuseMethod(call, call.Http.Response.Headers.Allow.ToString().Split(',', StringSplitOptions.TrimEntries));
    }

    /// <summary>405 that names the methods that the resource has.</summary>
    public static void RefuseMethod(SimCall call, IReadOnlyList<string> allowed)
    {
        var http = call.Http;
        string[] order = ["HEAD", "GET", "POST", "PATCH", "PUT", "DELETE"];
        // At rows POST only stands in for PATCH (_HttpMethod), which the vendor's text leaves out.
        var isRow = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["services", "data", _, "sobjects", _, _, ..];
        var named = string.Join(',', order.Where(method => allowed.Contains(method) && !(isRow && method == "POST")));
        http.Response.Headers.Allow = named;
        call.Refuse(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", $"HTTP Method '{http.Request.Method}' not allowed. Allowed are {named}");
    }

    private static void RefuseResource(SimCall call) => call.Refuse(StatusCodes.Status404NotFound, "NOT_FOUND", "The requested resource does not exist");

    private static bool RefuseSession(SimCall call)
    {
        call.Refuse(StatusCodes.Status401Unauthorized, "INVALID_SESSION_ID", "Session expired or invalid");
        return false;
    }
}
