using System.Net.Http.Headers;
using System.Text;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.SignIn;

[Source("Salesforce Help, OAuth Authorization Flows")]
public sealed class SecretGrantTests
{
    private const string Token = "POST /services/oauth2/token";
    private const string Bob = "bob@example.invalid";

    [Fact]
    [Proves(Token, "grant_type", "username", "password", "client_id", "client_secret")]
    [Proves("code invalid_client")]
    [Proves("code invalid_request")]
    [SimulatorOnly("needs a user with a password")]
    public async Task A_password_has_the_security_token_behind_it()
    {
        await using var host = await SignInHost.StartAsync();

        var good = await Password(host, SignInHost.Password + SignInHost.Token);
        good.Json.EnumerateObject().Select(member => member.Name).Should().Equal("access_token", "signature", "issued_at", "scope", "id_token", "instance_url", "id", "token_type");
        (await Password(host, SignInHost.Password)).ShouldRefuseSignIn("invalid_grant", "authentication failure");
        (await Password(host, "wrong" + SignInHost.Token)).ShouldRefuseSignIn("invalid_grant", "authentication failure");
        (await Password(host, SignInHost.Password + SignInHost.Token, "wrong")).ShouldRefuseSignIn("invalid_client", "invalid client credentials");
        (await host.Ask("token", ("grant_type", "password"), ("client_id", SignInHost.WebApp), ("client_secret", SignInHost.Secret))).ShouldRefuseSignIn("invalid_request", "missing required parameter: username");
        (await host.Ask("token", ("grant_type", "password"))).ShouldRefuseSignIn("invalid_request", "missing required parameter: client_id");
    }

    [Fact]
    [Proves(Token, "username", "password")]
    [Unverified]
    [SimulatorOnly("needs a user with a password")]
    public async Task Ten_wrong_passwords_lock_a_user_out_for_a_quarter_of_an_hour()
    {
        await using var host = await SignInHost.StartAsync();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await Password(host, "wrong");
        }

        (await Password(host, SignInHost.Password + SignInHost.Token)).ShouldRefuseSignIn("invalid_grant", "authentication failure");
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        (await Password(host, SignInHost.Password + SignInHost.Token)).Status.Should().Be(200);
    }

    [Fact]
    [Proves(Token, "grant_type", "refresh_token", "client_id", "client_secret")]
    [Proves("POST /services/oauth2/revoke", "token")]
    [SimulatorOnly("approves without a page")]
    public async Task A_refresh_token_gives_sessions_until_it_is_revoked_with_all_of_them()
    {
        await using var host = await SignInHost.StartAsync();
        var first = await host.SignInByBrowser(SignInHost.WebApp);
        var refresh = first["refresh_token"].GetString()!;

        var second = await host.Refresh(SignInHost.WebApp, refresh);
        second.Status.Should().Be(200, second.Body);
        second.Json.TryGetProperty("refresh_token", out _).Should().BeFalse();
        (await host.Refresh(SignInHost.RotatingApp, refresh)).ShouldRefuseSignIn("invalid_grant", "expired access/refresh token");
        (await host.Ask("revoke", ("token", refresh))).Status.Should().Be(200);

        (await host.Refresh(SignInHost.WebApp, refresh)).ShouldRefuseSignIn("invalid_grant", "expired access/refresh token");
        (await host.StatusWith(first["access_token"].GetString()!)).Should().Be(401);
        (await host.StatusWith(second["access_token"].GetString()!)).Should().Be(401);
    }

    [Fact]
    [Proves(Token, "grant_type", "refresh_token")]
    [Unverified]
    [SimulatorOnly("approves without a page")]
    public async Task A_rotated_refresh_token_that_is_used_again_ends_its_successors()
    {
        await using var host = await SignInHost.StartAsync();
        var first = (await host.SignInByBrowser(SignInHost.RotatingApp))["refresh_token"].GetString()!;

        var second = (await host.Refresh(SignInHost.RotatingApp, first))["refresh_token"].GetString()!;
        var third = await host.Refresh(SignInHost.RotatingApp, second);

        second.Should().NotBe(first);
        (await host.Refresh(SignInHost.RotatingApp, first)).ShouldRefuseSignIn("invalid_grant", "expired access/refresh token");
        (await host.Refresh(SignInHost.RotatingApp, third["refresh_token"].GetString()!)).ShouldRefuseSignIn("invalid_grant", "expired access/refresh token");
        (await host.StatusWith(third["access_token"].GetString()!)).Should().Be(401);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Proves(Token, "grant_type", "client_id", "client_secret")]
    [SimulatorOnly("needs an app that runs as a user")]
    public async Task Client_credentials_run_as_the_user_of_the_app_by_form_and_by_Basic(bool basic)
    {
        await using var host = await SignInHost.StartAsync();
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/services/oauth2/token");
        if (basic)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SignInHost.WebApp}:{SignInHost.Secret}")));
        }
        else
        {
            form.AddRange([new("client_id", SignInHost.WebApp), new("client_secret", SignInHost.Secret)]);
        }

        request.Content = new FormUrlEncodedContent(form);
        var answer = await host.Send(request);

        answer.Status.Should().Be(200, answer.Body);
        answer.Json.TryGetProperty("refresh_token", out _).Should().BeFalse();
        host.Use(answer["access_token"].GetString()!);
        (await host.Call("GET", "/services/oauth2/userinfo"))["preferred_username"].GetString().Should().Be(OrgHost.Username);
    }

    [Fact]
    [Proves(Token, "grant_type", "client_id", "client_secret")]
    [Proves("code invalid_grant")]
    [Proves("code invalid_client")]
    [Unverified]
    [SimulatorOnly("needs apps of its own")]
    public async Task Client_credentials_are_refused_at_the_login_host_and_to_apps_without_a_user_to_run_as()
    {
        await using var host = await SignInHost.StartAsync();

        (await Credentials(host, SignInHost.RotatingApp, SignInHost.Secret)).ShouldRefuseSignIn("invalid_grant", "no client credentials user enabled");
        (await Credentials(host, SignInHost.WebApp, "wrong")).ShouldRefuseSignIn("invalid_client", "invalid client credentials");
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://login.salesforce.com/services/oauth2/token") { Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]) };
        (await host.Send(request)).ShouldRefuseSignIn("invalid_grant", "request not supported on this domain");
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("nonsense", 400)]
    [InlineData("device", 501)]
    [InlineData("urn:ietf:params:oauth:grant-type:token-exchange", 501)]
    [Proves(Token, "grant_type")]
    [Proves("code unsupported_grant_type")]
    [SimulatorOnly("the vendor has them")]
    public async Task Other_grant_types_are_refused_or_not_simulated(string grant, int status)
    {
        await using var host = await SignInHost.StartAsync();

        var answer = await host.Ask("token", ("grant_type", grant));

        answer.Status.Should().Be(status);
        if (status == 400)
        {
            answer.ShouldRefuseSignIn("unsupported_grant_type", "grant type not supported");
        }
    }

    [Fact]
    [Proves("code unsupported_token_type")]
    [Proves("POST /services/oauth2/revoke", "token")]
    [Unverified]
    public async Task Revoking_a_token_of_an_unknown_type_fails_in_the_form_of_a_query_string()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches());

        var answer = await host.Ask("revoke", ("token", "x"), ("token_type_hint", "id_token"));

        (answer.Status, answer.Body).Should().Be((400, "error=unsupported_token_type&error_description=this%20token%20type%20is%20not%20supported"));
    }

    private static Task<OrgAnswer> Password(OrgHost host, string password, string secret = SignInHost.Secret) => host.Ask(
        "token", ("grant_type", "password"), ("client_id", SignInHost.WebApp), ("client_secret", secret), ("username", Bob), ("password", password));

    private static Task<OrgAnswer> Credentials(OrgHost host, string app, string secret) =>
        host.Ask("token", ("grant_type", "client_credentials"), ("client_id", app), ("client_secret", secret));
}
