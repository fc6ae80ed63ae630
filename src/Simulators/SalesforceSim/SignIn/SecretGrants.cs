using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>The flows in which a client shows something secret: password, refresh token, code, its own credentials (salesforce-rest.md section 1.4).</summary>
internal static class SecretGrants
{
    private static readonly string[] LoginHosts = ["login.salesforce.com", "test.salesforce.com"];

    public static Grant Password(SalesforceOrg org, SignInForm form, SimCall call)
    {
        var (app, refused) = SignInChecks.FindApp(org, form);
        if (app is null)
        {
            return Grant.Refuse(refused!);
        }

        if (form["username"].Length == 0)
        {
            return Grant.Refuse(OAuthError.Missing("username"));
        }

        // New orgs block the flow, and say no more than that.
        if (!org.Switches.PasswordGrant)
        {
            call.Guidance = "this org blocks the username-password flow, as new orgs do: the switch auth.passwordGrant opens it";
            return Grant.Refuse(OAuthError.AuthenticationFailure);
        }

        return SignInChecks.FindUser(org, form["username"]) is { } user && org.SignIn.Account(user).TakesPassword(form["password"], call.Now)
            ? Grant.To(user, app, [.. app.Settings.Scopes.Where(scope => scope != "refresh_token")])
            : Grant.Refuse(OAuthError.AuthenticationFailure);
    }

    public static Grant Refresh(SalesforceOrg org, SignInForm form)
    {
        var (app, refused) = SignInChecks.FindApp(org, form);
        if (app is null)
        {
            return Grant.Refuse(refused!);
        }

        if (form["refresh_token"].Length == 0)
        {
            return Grant.Refuse(OAuthError.Missing("refresh_token"));
        }

        if (org.SignIn.FindRefreshToken(form["refresh_token"]) is not { } token || token.App != app.Settings.ConsumerKey)
        {
            return Grant.Refuse(OAuthError.ExpiredToken);
        }

        if (token.IsSpent)
        {
            // Somebody has a copy of it: nobody goes on with it.
            org.SignIn.Revoke(token);
            org.Sessions.Revoke(session => session.RefreshToken == token.Family);
            return Grant.Refuse(OAuthError.ExpiredToken);
        }

        var rotates = app.Settings.RotatesRefreshTokens;
        return Grant.To(token.User, app, token.Scopes) with { RefreshToken = rotates ? org.SignIn.Issue(token.App, token.User, token.Scopes, token) : token, ShowsRefreshToken = rotates };
    }

    public static Grant Code(SalesforceOrg org, SignInForm form, long now)
    {
        var (app, refused) = SignInChecks.FindApp(org, form);
        if (app is null)
        {
            return Grant.Refuse(refused!);
        }

        if (form["code"].Length == 0)
        {
            return Grant.Refuse(OAuthError.Missing("code"));
        }

        if (org.SignIn.Redeem(form["code"]) is not { } code || code.App != app.Settings.ConsumerKey)
        {
            return Grant.Refuse(OAuthError.InvalidCode);
        }

        if (code.IsExpired(now))
        {
            return Grant.Refuse(OAuthError.Expired);
        }

        if (code.RedirectUri != form["redirect_uri"])
        {
            return Grant.Refuse(OAuthError.WrongRedirect);
        }

        if (code.Challenge is { } challenge && challenge != Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]))))
        {
            return Grant.Refuse(OAuthError.InvalidVerifier);
        }

        var refresh = code.Scopes.Contains("refresh_token") ? org.SignIn.Issue(code.App, code.User, code.Scopes) : null;
        return Grant.To(code.User, app, code.Scopes) with { RefreshToken = refresh, ShowsRefreshToken = refresh is not null, Nonce = code.Nonce };
    }

    public static Grant Client(SalesforceOrg org, SignInForm form, string host)
    {
        // Only at the org's own address.
        if (LoginHosts.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            return Grant.Refuse(OAuthError.WrongDomain);
        }

        var (app, refused) = SignInChecks.FindApp(org, form);
        if (app is null)
        {
            return Grant.Refuse(refused!);
        }

        return app.Settings.RunAsUsername is { } name && SignInChecks.FindUser(org, name) is { } user
            ? Grant.To(user, app, [.. app.Settings.Scopes.Where(scope => scope != "refresh_token")])
            : Grant.Refuse(OAuthError.NoRunAsUser);
    }
}
