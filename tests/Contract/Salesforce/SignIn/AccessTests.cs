using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.SignIn;

/// <summary>Who may sign in and what their session may do, as an administrator sets it.</summary>
[Source("Salesforce Help, Manage Access to Connected Apps; OAuth Tokens and Scopes")]
public sealed class AccessTests
{
    [Fact]
    [Proves("code INVALID_SESSION_ID")]
    [SimulatorOnly("needs an app without the scope api")]
    public async Task A_session_without_the_scope_api_is_none_for_REST()
    {
        await using var host = await SignInHost.StartAsync();
        var token = (await host.SignInByBrowser(SignInHost.WebApp, ("scope", "web")))["access_token"].GetString()!;

        (await host.Call("GET", "limits", null, ("Authorization", "Bearer " + token))).ShouldRefuse(403, "INVALID_SESSION_ID", "This session is not valid for use with the REST API");
        (await host.Call("GET", "/services/oauth2/userinfo", null, ("Authorization", "Bearer " + token))).Status.Should().Be(200);
    }

    [Fact]
    [Proves("code API_CURRENTLY_DISABLED")]
    [SimulatorOnly("sets up a user")]
    public async Task A_user_without_the_permission_is_refused_at_each_call()
    {
        await using var host = await SignInHost.StartAsync();
        await host.Call("GET", "limits");

        host.Org.SetUser(host.Org.User(OrgHost.Username)! with { ApiEnabled = false }, "setUser");

        (await host.Call("GET", "limits")).ShouldRefuse(403, "API_CURRENTLY_DISABLED", "API is disabled for this User");
    }

    [Fact]
    [Proves("code invalid_grant")]
    [Proves("code inactive_org")]
    [Proves("POST /services/oauth2/token", "assertion")]
    [Unverified]
    [SimulatorOnly("sets up apps and users")]
    public async Task Policies_of_org_app_and_user_refuse_with_their_own_texts()
    {
        await using var host = await SignInHost.StartAsync();
        Task<OrgAnswer> SignIn() => host.SignIn(OrgHost.Sign(host.Claims()));

        host.Org.SetUser(host.Org.User(OrgHost.Username)! with { LoginRestricted = true }, "setUser");
        (await SignIn()).ShouldRefuseSignIn("invalid_grant", "ip restricted or invalid login hours");
        host.Org.SetConnectedApp(host.Org.ConnectedApp(OrgHost.ConsumerKey)! with { IsInstalled = false });
        (await SignIn()).ShouldRefuseSignIn("invalid_grant", "External client app is not installed in this org");
        host.Org.SetLocked(true);
        (await SignIn()).ShouldRefuseSignIn("inactive_org", "organization is inactive");
    }

    [Fact]
    [SimulatorOnly("sets up users")]
    public async Task A_user_who_becomes_inactive_loses_their_sessions_and_others_keep_theirs()
    {
        await using var host = await SignInHost.StartAsync();
        var bob = (await host.SignInByBrowser(SignInHost.OpenApp, ("login_hint", "bob@example.invalid")))["access_token"].GetString()!;
        await host.Call("GET", "limits");

        host.Org.SetUser(host.Org.User("bob@example.invalid")! with { IsActive = false }, "setUser");

        (await host.StatusWith(bob)).Should().Be(401);
        (await host.Call("GET", "limits")).Status.Should().Be(200);
        host.Org.ExpireSessions(OrgHost.Username);
        (await host.Call("GET", "limits")).Status.Should().Be(401);
    }

    [Fact]
    [SimulatorOnly("sets up apps and users")]
    public async Task Apps_and_users_that_are_added_sign_in_and_a_reset_forgets_them()
    {
        await using var host = await SignInHost.StartAsync();
        host.Org.SetUser(new OrgUser("new@example.invalid", "New") { Password = "secret12" }, "setUser");
        host.Org.SetConnectedApp(new ConnectedApp("new-app", "", []) { ConsumerSecret = "s" });
        Task<OrgAnswer> SignIn() => host.Ask("token", ("grant_type", "password"), ("client_id", "new-app"), ("client_secret", "s"), ("username", "new@example.invalid"), ("password", "secret12"));

        (await SignIn()).Status.Should().Be(200);
        host.Org.Reset();
        (await SignIn()).ShouldRefuseSignIn("invalid_client_id", "client identifier invalid");
    }
}
