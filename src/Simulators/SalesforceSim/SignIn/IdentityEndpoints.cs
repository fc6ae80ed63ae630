using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>The identity URL and <c>userinfo</c> (salesforce-rest.md section 1.5).</summary>
internal static class IdentityEndpoints
{
    private const string LoginHost = "https://login.salesforce.com";

    public static void MapIdentity(this IEndpointRouteBuilder app)
    {
        app.MapOpen("GET", "/id/{org}/{user}", Identity);
        app.MapOpen("POST", "/id/{org}/{user}", Identity);
        app.MapOpen("GET", "/services/oauth2/userinfo", UserInfo);
        app.MapOpen("POST", "/services/oauth2/userinfo", UserInfo);
    }

    /// <summary>The id URL at the request's own origin, so that a client can follow it, or at the vendor's login host (<c>auth.idUrlHost</c>).</summary>
    public static string IdUrl(SalesforceOrg org, SimCall call, string userId) => $"{(org.Switches.IdUrlAtRequest ? call.Origin() : LoginHost)}/id/{org.OrganizationId}/{userId}";

    private static void Identity(SalesforceOrg org, SimCall call)
    {
        if (!TrySession(org, call))
        {
            return;
        }

        if (!SalesforceId.TryParse(call.Route("org"), out var id) || id.ToString() != org.OrganizationId)
        {
            Refuse(call, StatusCodes.Status403Forbidden, "Wrong_Org");
            return;
        }

        if (org.Store["User"].Find(call.Route("user")) is not { } user)
        {
            Refuse(call, StatusCodes.Status404NotFound, "Bad_Id");
            return;
        }

        if (user[user.Type.Field("IsActive")] is false)
        {
            Refuse(call, StatusCodes.Status404NotFound, "Inactive");
            return;
        }

        var query = call.Http.Request.Query;
        var profile = new UserProfile(org, call, user, query["version"] == "latest");
        switch (Format(call))
        {
            case "html":
                call.RefuseNotSimulated("the identity as a page (format=html)");
                break;
            case "xml":
                call.ContentType = "application/xml;charset=UTF-8";
                profile.WriteXml(call.Raw);
                break;
            default:
                profile.WriteIdentity(call.Json);
                break;
        }
    }

    // The parameter wins over Accept; JSON when neither says anything else.
    private static string Format(SimCall call)
    {
        var named = call.Http.Request.Query["format"].ToString().ToLowerInvariant();
        var accept = call.Http.Request.Headers.Accept.ToString();
        return named.Length > 0 ? named
            : accept.Contains("json", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal) || !accept.Contains("xml", StringComparison.OrdinalIgnoreCase) ? "json"
            : "xml";
    }

    private static void UserInfo(SalesforceOrg org, SimCall call)
    {
        if (TrySession(org, call))
        {
            var user = ((Session)call.Session!).User;
            new UserProfile(org, call, org.Store[user.Type].Find(user.Id) ?? user, latest: false).WriteUserInfo(call.Json);
        }
    }

    /// <summary>The session that the call shows, in header, query or form; false when the call has been refused.</summary>
    public static bool TrySession(SalesforceOrg org, SimCall call)
    {
        var header = call.Http.Request.Headers.Authorization.ToString();
        var token = header.Length > 0 ? header[(header.IndexOf(' ') + 1)..]
            : call.Http.Request.Query["oauth_token"].ToString() is { Length: > 0 } named ? named
            : SignInForm.Read(call)?["access_token"] ?? "";
        if (token.Length == 0)
        {
            return Refuse(call, StatusCodes.Status403Forbidden, "Missing_OAuth_Token");
        }

        if (!org.Sessions.TryUse(token, call.Now, out var session))
        {
            return Refuse(call, StatusCodes.Status403Forbidden, "Bad_OAuth_Token");
        }

        call.Client = session.Username;
        call.Session = session;
        return true;
    }

    private static bool Refuse(SimCall call, int status, string text)
    {
        call.Status = status;
        call.AddCode(text);
        call.ContentType = "text/html;charset=UTF-8";
        Encoding.ASCII.GetBytes(text, call.Raw);
        return false;
    }
}
