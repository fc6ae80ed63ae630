using System.Text.Json;
using SfMarketo.Kernel.Control;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.SalesforceSim.Control;

/// <summary>Who may sign in, and by which app, as the control API sets it. What is not named stays as it is.</summary>
internal static class SignInActions
{
    public static IReadOnlyList<ControlAction> Of(SalesforceOrg org) =>
    [
        new(
            "setUser",
            """{"username": "ann@example.com", "lastName": "Able"}; optional firstName, active, timeZone, password, securityToken, apiEnabled, loginRestricted; adds or changes""",
            (input, json) => SetUser(org, input, json)),
        new(
            "setConnectedApp",
            """{"consumerKey": "..."}; optional consumerSecret, publicKey (PEM), users (pre-authorized), scopes, callbackUrls, runAs, adminApprovedOnly, rotatesRefreshTokens, requiresPkce, installed; adds or changes""",
            (input, json) => SetApp(org, input, json)),
        new("lockOrg", """nobody can sign in: {"locked": true}""", (input, json) => Lock(org, input, json)),
        new("expireSessions", """ends all sessions: {}, or those of one user: {"username": "..."}""", (input, json) => Expire(org, input, json)),
    ];

    private static void SetUser(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var name = input.RequiredText("username", "write the user name, in the form of an e-mail address");
        var known = org.User(name);
        var user = known ?? new OrgUser(name);
        user = user with
        {
            LastName = input.Text("lastName") ?? user.LastName,
            FirstName = input.Text("firstName") ?? user.FirstName,
            IsActive = input.Flag("active") ?? user.IsActive,
            TimeZone = input.Text("timeZone") ?? user.TimeZone,
            Password = input.Text("password") ?? user.Password,
            SecurityToken = input.Text("securityToken") ?? user.SecurityToken,
            ApiEnabled = input.Flag("apiEnabled") ?? user.ApiEnabled,
            LoginRestricted = input.Flag("loginRestricted") ?? user.LoginRestricted,
        };
        input.End();
        json.WriteString("id"u8, org.SetUser(user, "setUser"));
        json.WriteBoolean("created"u8, known is null);
    }

    private static void SetApp(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var key = input.RequiredText("consumerKey", "write the consumer key, the client id");
        var known = org.ConnectedApp(key);
        var app = known ?? new ConnectedApp(key, "", []);
        var (users, scopes, urls) = (input.Texts("users"), input.Texts("scopes"), input.Texts("callbackUrls"));
        app = app with
        {
            ConsumerSecret = input.Text("consumerSecret") ?? app.ConsumerSecret,
            PublicKeyPem = input.Text("publicKey") ?? app.PublicKeyPem,
            PreAuthorizedUsernames = users.Count > 0 ? users : app.PreAuthorizedUsernames,
            Scopes = scopes.Count > 0 ? scopes : app.Scopes,
            CallbackUrls = urls.Count > 0 ? urls : app.CallbackUrls,
            RunAsUsername = input.Text("runAs") ?? app.RunAsUsername,
            AdminApprovedOnly = input.Flag("adminApprovedOnly") ?? app.AdminApprovedOnly,
            RotatesRefreshTokens = input.Flag("rotatesRefreshTokens") ?? app.RotatesRefreshTokens,
            RequiresPkce = input.Flag("requiresPkce") ?? app.RequiresPkce,
            IsInstalled = input.Flag("installed") ?? app.IsInstalled,
        };
        input.End();
        try
        {
            org.SetConnectedApp(app);
        }
        catch (ArgumentException)
        {
            throw input.Wrong("publicKey", "is no RSA public key or certificate in PEM form", "write what openssl rsa -pubout or openssl req -x509 gives");
        }

        json.WriteString("consumerKey"u8, key);
        json.WriteBoolean("created"u8, known is null);
    }

    private static void Lock(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var locked = input.Flag("locked") ?? throw input.Missing("locked", "write true or false");
        input.End();
        org.SetLocked(locked);
        json.WriteBoolean("locked"u8, locked);
    }

    private static void Expire(SalesforceOrg org, ControlInput input, Utf8JsonWriter json)
    {
        var username = input.Text("username");
        input.End();
        org.ExpireSessions(username);
        json.WriteBoolean("expired"u8, true);
    }
}
