using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary><c>/services/oauth2/authorize</c>, the browser's part of the web-server flow: without a page, the user has always approved already.</summary>
/// <remarks>
/// Source: Salesforce Help, "OAuth 2.0 web server flow for web app integration". Who is signed in: <c>login_hint</c>, else the app's first pre-authorized user, else the
/// administrator. A call that names no good app or address is answered here, every other refusal at the address that the app gave.
/// </remarks>
internal static class AuthorizeEndpoint
{
    public static void MapAuthorize(this IEndpointRouteBuilder app)
    {
        app.MapOpen("GET", "/services/oauth2/authorize", Authorize);
        app.MapOpen("POST", "/services/oauth2/authorize", Authorize);
    }

    private static void Authorize(SalesforceOrg org, SimCall call)
    {
        if (SignInForm.Read(call) is not { } form || form["response_type"].Length == 0)
        {
            OAuthError.Missing("response_type").WriteForm(call);
            return;
        }

        if (form["response_type"] is "token" or "device_code" || form["response_type"].Contains(' ', StringComparison.Ordinal))
        {
            call.RefuseNotSimulated("the response type " + form["response_type"]);
            return;
        }

        var (app, refused) = form.ClientId.Length == 0 ? (null, OAuthError.Missing("client_id")) : SignInChecks.FindApp(org, form.ClientId);
        refused ??= app!.TakesCallback(form["redirect_uri"]) ? null : OAuthError.WrongRedirect;
        if (refused is not null)
        {
            refused.WriteForm(call);
            return;
        }

        var (code, error) = Approve(org, call, app!, form);
        LeadBack(org, call, form, code, error);
    }

    private static (string? Code, OAuthError? Error) Approve(SalesforceOrg org, SimCall call, RegisteredApp app, SignInForm form)
    {
        if (form["response_type"] != "code")
        {
            return (null, OAuthError.UnsupportedResponse);
        }

        if (app.Narrow(form["scope"]) is not { } scopes)
        {
            return (null, OAuthError.InvalidScope);
        }

        var challenge = form["code_challenge"];
        if (challenge.Length == 0 && app.Settings.RequiresPkce)
        {
            return (null, OAuthError.NoChallenge);
        }

        var name = form["login_hint"] is { Length: > 0 } hint ? hint : app.Settings.PreAuthorizedUsernames.Count > 0 ? app.Settings.PreAuthorizedUsernames[0] : OrgSeed.Administrator;
        if (SignInChecks.FindUser(org, name) is not { } user)
        {
            return (null, OAuthError.AuthenticationFailure);
        }

        if (app.Settings.AdminApprovedOnly && SignInChecks.CheckAccess(org, app, user) is { } closed)
        {
            return (null, closed);
        }

        call.Client = SignInChecks.Username(user);
        org.SignIn.Approve(app, user);
        var nonce = form["nonce"];
        return (org.SignIn.Issue(new AuthorizationCode(
            app.Settings.ConsumerKey, user, scopes, form["redirect_uri"], challenge.Length == 0 ? null : challenge, nonce.Length == 0 ? null : nonce, call.Now)), null);
    }

    private static void LeadBack(SalesforceOrg org, SimCall call, SignInForm form, string? code, OAuthError? error)
    {
        var back = form["redirect_uri"];
        var answer = error is null ? "code=" + Uri.EscapeDataString(code!) : error.AsQuery(org);
        if (error is not null)
        {
            call.AddCode(error.Error);
        }

        if (form["state"] is { Length: > 0 } state)
        {
            answer += "&state=" + Uri.EscapeDataString(state);
        }

        call.Status = StatusCodes.Status302Found;
        call.ContentType = null;
        call.Http.Response.Headers.Location = back + (back.Contains('?', StringComparison.Ordinal) ? "&" : "?") + answer;
    }
}
