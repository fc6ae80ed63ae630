using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary><c>/services/oauth2/token</c> with the JWT bearer grant, and <c>/services/oauth2/revoke</c> (salesforce-rest.md sections 1.2 to 1.4).</summary>
internal static class SignInEndpoints
{
    private const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static readonly string[] OtherGrants = ["password", "refresh_token", "client_credentials", "authorization_code"];

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapOpen("POST", "/services/oauth2/token", Token);
        app.MapOpen("GET", "/services/oauth2/token", static (_, call) => OAuthError.MustPost.Write(call));
        app.MapOpen("POST", "/services/oauth2/revoke", Revoke);
        app.MapOpen("GET", "/services/oauth2/revoke", Revoke);
    }

    /// <summary>Where the org is for this client: scheme, host and, for an org that is named in the path, its name. Without trailing slash.</summary>
    public static string Origin(this SimCall call) => call.Http.Request.Scheme + "://" + call.Http.Request.Host.Value + call.Http.Request.PathBase.Value;

    /// <summary>The user name that a sign-in says it is for, good or not; empty for other calls.</summary>
    public static string ClaimedUser(SimCall call)
    {
        if (call.Http.Request.Path != "/services/oauth2/token")
        {
            return "";
        }

        var form = Form(call);
        return JwtAssertion.Parse(form.GetValueOrDefault("assertion").ToString())?.Subject ?? form.GetValueOrDefault("username").ToString();
    }

    private static void Token(SalesforceOrg org, SimCall call)
    {
        var form = Form(call);
        var grant = form.GetValueOrDefault("grant_type").ToString();
        if (grant == "password" && org.Options.AllowPasswordGrant)
        {
            Password(org, call, form);
            return;
        }

        if (grant != JwtBearer)
        {
            if (OtherGrants.Contains(grant))
            {
                call.RefuseNotSimulated("the grant type " + grant);
            }
            else
            {
                OAuthError.UnsupportedGrant.Write(call);
            }

            return;
        }

        var assertion = form.GetValueOrDefault("assertion").ToString();
        if (assertion.Length == 0)
        {
            OAuthError.MissingAssertion.Write(call);
            return;
        }

        var (user, error) = org.JwtBearer.Judge(assertion, call.Origin(), org.Store, org.Switches, call.WallNow);
        if (user is null)
        {
            error!.Write(call);
            return;
        }

        WriteSession(org, call, user);
    }

    // Any password will do: the simulator keeps none. Only a missing one is refused.
    private static void Password(SalesforceOrg org, SimCall call, Dictionary<string, StringValues> form)
    {
        var users = org.Store["User"];
        if (!org.Options.ConnectedApps.Any(app => app.ConsumerKey == form.GetValueOrDefault("client_id").ToString()))
        {
            OAuthError.UnknownConsumer.Write(call);
        }
        else if (users.FindByUnique(users.Type.Field("Username"), form.GetValueOrDefault("username").ToString()) is not { } user || form.GetValueOrDefault("password").ToString().Length == 0)
        {
            OAuthError.AuthenticationFailure.Write(call);
        }
        else if (user[users.Type.Field("IsActive")] is false)
        {
            OAuthError.InactiveUser.Write(call);
        }
        else
        {
            WriteSession(org, call, user);
        }
    }

    private static void WriteSession(SalesforceOrg org, SimCall call, SRow user)
    {
        var session = org.Sessions.Open(user, user.Text(user.Type.Field("Username").Number)!, call.Now);
        call.Client = session.Username;
        call.Http.Response.Headers.CacheControl = "no-cache, no-store";
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("access_token"u8, session.Token);
        json.WriteString("scope"u8, "web api"u8);
        json.WriteString("instance_url"u8, org.Options.InstanceUrl ?? call.Origin());
        json.WriteString("id"u8, IdentityEndpoints.IdUrl(org, call, user.Id));
        json.WriteString("token_type"u8, "Bearer"u8);
        json.WriteEndObject();
    }

    private static void Revoke(SalesforceOrg org, SimCall call)
    {
        var token = call.Http.Request.Query["token"].ToString();
        if (token.Length == 0)
        {
            token = Form(call).GetValueOrDefault("token").ToString();
        }

        if (org.Sessions.Revoke(token))
        {
            call.ContentType = null;
            return;
        }

        // The one OAuth failure in the form of a query string (jsforce parses it so).
        call.Status = StatusCodes.Status400BadRequest;
        call.AddCode(OAuthError.InvalidToken.Error);
        call.ContentType = "application/x-www-form-urlencoded";
        Encoding.ASCII.GetBytes("error=invalid_token&error_description=invalid%20token", call.Raw);
    }

    private static Dictionary<string, StringValues> Form(SimCall call)
    {
        // The body has a limit of its own; whatever it holds is looked at, and is no failure of ours.
        using var reader = new FormReader(Encoding.UTF8.GetString(call.Body.Span)) { KeyLengthLimit = int.MaxValue, ValueLengthLimit = int.MaxValue, ValueCountLimit = int.MaxValue };
        return reader.ReadForm();
    }
}
