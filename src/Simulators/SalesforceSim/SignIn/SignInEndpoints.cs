using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary><c>/services/oauth2/token</c>, <c>revoke</c> and <c>introspect</c> (salesforce-rest.md sections 1.2 to 1.4).</summary>
internal static class SignInEndpoints
{
    private const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    // Grants of the vendor's that no client of ours uses.
    private static readonly string[] OtherGrants =
    [
        "device", "urn:ietf:params:oauth:grant-type:saml2-bearer", "urn:ietf:params:oauth:grant-type:token-exchange", "assertion", "hybrid_token", "hybrid_auth_code",
    ];

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapOpen("POST", "/services/oauth2/token", Token);
        app.MapOpen("GET", "/services/oauth2/token", static (_, call) => OAuthError.MustPost.Write(call));
        app.MapOpen("POST", "/services/oauth2/revoke", Revoke);
        app.MapOpen("GET", "/services/oauth2/revoke", Revoke);
        app.MapOpen("POST", "/services/oauth2/introspect", Introspect);
    }

    /// <summary>Where the org is for this client: scheme, host and, for an org that is named in the path, its name. Without trailing slash.</summary>
    public static string Origin(this SimCall call) => call.Http.Request.Scheme + "://" + call.Http.Request.Host.Value + call.Http.Request.PathBase.Value;

    /// <summary>The user name that a sign-in says it is for, good or not; empty for other calls.</summary>
    public static string ClaimedUser(SimCall call)
    {
        if (call.Http.Request.Path != "/services/oauth2/token" || SignInForm.Read(call) is not { } form)
        {
            return "";
        }

        return JwtAssertion.Parse(form["assertion"])?.Subject ?? form["username"];
    }

    private static void Token(SalesforceOrg org, SimCall call)
    {
        if (SignInForm.Read(call) is not { } form)
        {
            OAuthError.Missing("grant_type").Write(call);
            return;
        }

        switch (form["grant_type"])
        {
            case JwtBearer when form["assertion"].Length == 0:
                OAuthError.Missing("assertion").Write(call);
                break;
            case JwtBearer:
                TokenAnswer.Write(org, call, JwtBearerGrant.Judge(org, form["assertion"], call.Origin(), call.WallNow));
                break;
            case "password":
                TokenAnswer.Write(org, call, SecretGrants.Password(org, form, call));
                break;
            case "refresh_token":
                TokenAnswer.Write(org, call, SecretGrants.Refresh(org, form));
                break;
            case "authorization_code":
                TokenAnswer.Write(org, call, SecretGrants.Code(org, form, call.Now));
                break;
            case "client_credentials":
                TokenAnswer.Write(org, call, SecretGrants.Client(org, form, call.Http.Request.Host.Host));
                break;
            case var other when OtherGrants.Contains(other):
                call.RefuseNotSimulated("the grant type " + other);
                break;
            default:
                OAuthError.UnsupportedGrant.Write(call);
                break;
        }
    }

    private static void Revoke(SalesforceOrg org, SimCall call)
    {
        var form = SignInForm.Read(call);
        var token = form?["token"] ?? "";
        if (form?["token_type_hint"] is not (null or "" or "access_token" or "refresh_token"))
        {
            OAuthError.UnsupportedToken.WriteForm(call);
        }
        else if (org.SignIn.FindRefreshToken(token) is { } refresh)
        {
            // With all access tokens that hang on it.
            org.SignIn.Revoke(refresh);
            org.Sessions.Revoke(session => session.RefreshToken == refresh.Family);
            call.ContentType = null;
        }
        else if (org.Sessions.Revoke(token))
        {
            call.ContentType = null;
        }
        else
        {
            OAuthError.InvalidToken.WriteForm(call);
        }
    }

    private static void Introspect(SalesforceOrg org, SimCall call)
    {
        if (SignInForm.Read(call) is not { } form || form["token"].Length == 0)
        {
            OAuthError.Missing("token").Write(call);
            return;
        }

        var (app, refused) = SignInChecks.FindApp(org, form);
        if (app is null)
        {
            refused!.Write(call);
            return;
        }

        var json = call.Json;
        json.WriteStartObject();
        if (org.SignIn.FindRefreshToken(form["token"]) is { IsSpent: false } refresh && refresh.App == app.Settings.ConsumerKey)
        {
            WriteActive(org, call, refresh.Scopes, refresh.App, refresh.User);
            json.WriteString("token_type"u8, "refresh_token"u8);
        }
        else if (org.Sessions.Find(form["token"]) is { } session && org.Sessions.IsLive(session, call.Now) && session.App == app.Settings.ConsumerKey)
        {
            WriteActive(org, call, session.Scopes, session.App, session.User);
            json.WriteString("token_type"u8, "access_token"u8);
            json.WriteNumber("exp"u8, Micros.ToInstant(org.Sessions.EndOf(session) + call.Skew).ToUnixTimeSeconds());
            json.WriteNumber("iat"u8, Micros.ToInstant(session.OpenedAt + call.Skew).ToUnixTimeSeconds());
            json.WriteNumber("nbf"u8, Micros.ToInstant(session.OpenedAt + call.Skew).ToUnixTimeSeconds());
        }
        else
        {
            json.WriteBoolean("active"u8, false);
        }

        json.WriteEndObject();
    }

    private static void WriteActive(SalesforceOrg org, SimCall call, IReadOnlyList<string> scopes, string app, SRow user)
    {
        var json = call.Json;
        json.WriteBoolean("active"u8, true);
        json.WriteString("scope"u8, string.Join(' ', scopes));
        json.WriteString("client_id"u8, app);
        json.WriteString("username"u8, SignInChecks.Username(user));
        json.WriteString("sub"u8, IdentityEndpoints.IdUrl(org, call, user.Id));
    }
}
