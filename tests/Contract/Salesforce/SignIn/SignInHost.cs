using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Tests.Contract.Salesforce.SignIn;

/// <summary>An org with apps of all kinds and users with passwords, and short forms of the calls of OAuth.</summary>
internal static class SignInHost
{
    public const string Secret = "app-secret";
    public const string WebApp = "web-app";
    public const string RotatingApp = "rotating-app";
    public const string OpenApp = "open-app";
    public const string Callback = "https://app.example.com/callback";
    public const string Password = "pass1word";
    public const string Token = "TOKEN5";

    public static SalesforceSimOptions Options => new()
    {
        ConnectedApps =
        [
            .. OrgHost.DefaultOptions.ConnectedApps,
            Web(WebApp) with { RunAsUsername = OrgHost.Username },
            Web(RotatingApp) with { RotatesRefreshTokens = true },
            Web(OpenApp) with { AdminApprovedOnly = false, PreAuthorizedUsernames = [], PublicKeyPem = OrgHost.PublicKeyPem },
        ],
        Users = [.. OrgHost.DefaultOptions.Users, new OrgUser("bob@example.invalid", "Baker", "Bob", TimeZone: "America/Los_Angeles") { Password = Password, SecurityToken = Token }],
        AllowPasswordGrant = true,
    };

    public static Task<OrgHost> StartAsync(SalesforceSwitches? switches = null)
    {
        var options = Options;
        return OrgHost.StartAsync(new SalesforceSimOptions
        {
            ConnectedApps = options.ConnectedApps,
            Users = options.Users,
            AllowPasswordGrant = true,
            Switches = switches ?? new SalesforceSwitches(),
        });
    }

    public static Task<OrgAnswer> Ask(this OrgHost host, string endpoint, params (string Name, string Value)[] form) =>
        host.Post("/services/oauth2/" + endpoint, new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))));

    /// <summary>The browser's part: where it is led to.</summary>
    public static async Task<OrgAnswer> Authorize(this OrgHost host, string app, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] all = [("response_type", "code"), ("client_id", app), ("redirect_uri", Callback), .. more];
        using var request = new HttpRequestMessage(HttpMethod.Get, "/services/oauth2/authorize?" + string.Join('&', all.GroupBy(pair => pair.Name).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Last().Value)}")));
        return await host.Send(request);
    }

    public static string CodeIn(OrgAnswer answer) => Part(answer, "code");

    public static string Part(OrgAnswer answer, string name)
    {
        answer.Status.Should().Be(302, answer.Body);
        var query = new Uri(answer.Headers["Location"]).Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2));
        return Uri.UnescapeDataString(query.Single(pair => pair[0] == name)[1]);
    }

    public static Task<OrgAnswer> Redeem(this OrgHost host, string app, string code, params (string Name, string Value)[] more) => host.Ask(
        "token", [("grant_type", "authorization_code"), ("client_id", app), ("client_secret", Secret), ("redirect_uri", Callback), ("code", code), .. more]);

    /// <summary>The whole web-server flow.</summary>
    public static async Task<OrgAnswer> SignInByBrowser(this OrgHost host, string app, params (string Name, string Value)[] more) =>
        await host.Redeem(app, CodeIn(await host.Authorize(app, more)));

    public static Task<OrgAnswer> Refresh(this OrgHost host, string app, string token) =>
        host.Ask("token", ("grant_type", "refresh_token"), ("client_id", app), ("client_secret", Secret), ("refresh_token", token));

    public static async Task<int> StatusWith(this OrgHost host, string token) => (await host.Call("GET", "limits", null, ("Authorization", "Bearer " + token))).Status;

    private static ConnectedApp Web(string key) => new(key, "", [OrgHost.Username]) { ConsumerSecret = Secret, CallbackUrls = [Callback], Scopes = ["web", "api", "refresh_token", "openid"] };
}
