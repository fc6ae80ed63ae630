using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.SignIn;

[Source("Salesforce Help, OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration; Modify Session Security Settings")]
public sealed class SignInSwitchTests
{
    private const string Token = "POST /services/oauth2/token";
    private const string Gone = "gone@example.invalid";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Proves("switch auth.jwt.checkJti")]
    [Proves(Token, "assertion")]
    [Unverified]
    [SimulatorOnly]
    public async Task An_assertion_is_good_twice_unless_its_id_is_checked(bool isChecked)
    {
        await using var host = await SignInHost.StartAsync(new SalesforceSwitches { JwtIdsChecked = isChecked });
        var assertion = OrgHost.Sign(host.Claims() + ",\"jti\":\"1\"");
        (await host.SignIn(assertion)).Status.Should().Be(200);

        (await host.SignIn(assertion)).Status.Should().Be(isChecked ? 400 : 200);
        (await host.SignIn(OrgHost.Sign(host.Claims() + ",\"jti\":\"2\""))).Status.Should().Be(200);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Proves("switch auth.reuseSession")]
    [Unverified]
    [SimulatorOnly]
    public async Task Signing_in_again_gives_another_session_or_the_same(bool reused)
    {
        await using var host = await SignInHost.StartAsync(new SalesforceSwitches { SessionsReused = reused });
        var first = (await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString();

        ((await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString() == first).Should().Be(reused);
    }

    [Theory]
    [InlineData(true, "http://simulator/id/00D")]
    [InlineData(false, "https://login.salesforce.com/id/00D")]
    [Proves("switch auth.idUrlHost")]
    [SimulatorOnly]
    public async Task The_identity_is_at_the_address_of_the_request_or_at_the_login_host(bool atRequest, string start)
    {
        await using var host = await SignInHost.StartAsync(new SalesforceSwitches { IdUrlAtRequest = atRequest });

        (await host.SignIn(OrgHost.Sign(host.Claims())))["id"].GetString().Should().StartWith(start);
    }

    [Theory]
    [InlineData(true, "invalid_grant", "inactive user")]
    [InlineData(false, "inactive_user", "user is inactive")]
    [Proves("switch auth.inactiveUserForm")]
    [Proves("code inactive_user")]
    [Unverified]
    [SimulatorOnly]
    public async Task An_inactive_user_is_refused_by_grant_or_by_code(bool grant, string error, string text)
    {
        await using var host = await SignInHost.StartAsync(new SalesforceSwitches { InactiveUserIsGrantError = grant });

        (await host.SignIn(OrgHost.Sign(host.Claims(sub: Gone)))).ShouldRefuseSignIn(error, text);
    }

    [Theory]
    [InlineData(true, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE")]
    [InlineData(false, "INVALID_SESSION_ID", "Session expired or invalid")]
    [Proves("switch auth.badHeaderForm")]
    [Proves("code INVALID_AUTH_HEADER")]
    [Unverified]
    [SimulatorOnly]
    public async Task A_malformed_header_has_a_code_of_its_own_or_is_no_session(bool own, string code, string text)
    {
        await using var host = await SignInHost.StartAsync(new SalesforceSwitches { BadHeaderHasOwnCode = own });

        (await host.Call("GET", "limits", null, ("Authorization", "nonsense"))).ShouldRefuse(401, code, text);
    }

    [Theory]
    [InlineData("none", "invalid assertion")]
    [InlineData("audience is invalid -> Audience validation failed | invalid assertion -> bad signature", "bad signature")]
    [Proves("switch auth.errorTexts")]
    [SimulatorOnly]
    public async Task Texts_of_refusals_can_be_set(string setting, string text)
    {
        await using var host = await SignInHost.StartAsync();
        host.Org.SetSwitch("auth.errorTexts", setting);

        (await host.SignIn("no.jwt")).ShouldRefuseSignIn("invalid_grant", text);
        host.Org.GetSwitch("auth.errorTexts").Should().Be(setting);
        host.Org.Invoking(org => org.SetSwitch("auth.errorTexts", "no arrow")).Should().Throw<ArgumentException>();
    }

    [Fact]
    [Proves("switch auth.sessionTimeout")]
    [SimulatorOnly]
    public async Task A_session_ends_after_the_time_out_without_calls_and_the_time_out_can_be_set()
    {
        await using var host = await SignInHost.StartAsync();
        var token = (await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString()!;
        host.Clock.Advance(TimeSpan.FromMinutes(119));
        (await host.StatusWith(token)).Should().Be(200);
        host.Clock.Advance(TimeSpan.FromMinutes(119));
        (await host.StatusWith(token)).Should().Be(200, "the call before extended it");

        host.Org.SetSwitch("auth.sessionTimeout", "900");
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        (await host.StatusWith(token)).Should().Be(401);
        host.Org.SetSwitch("auth.sessionTimeout", "none");
        host.Org.GetSwitch("auth.sessionTimeout").Should().Be("none");
    }

    [Theory]
    [InlineData("on", 200)]
    [InlineData("off", 401)]
    [Proves("switch auth.sessionSlides")]
    [Unverified]
    [SimulatorOnly]
    public async Task A_call_in_the_second_half_extends_a_session_by_switch(string slides, int status)
    {
        await using var host = await SignInHost.StartAsync();
        host.Org.SetSwitch("auth.sessionSlides", slides);
        var token = (await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString()!;
        host.Clock.Advance(TimeSpan.FromMinutes(90));
        await host.StatusWith(token);
        host.Clock.Advance(TimeSpan.FromMinutes(90));

        (await host.StatusWith(token)).Should().Be(status);
    }

    [Fact]
    [Proves("switch auth.passwordGrant")]
    [SimulatorOnly]
    public async Task The_password_grant_can_be_closed_and_opened_while_the_org_runs()
    {
        await using var host = await SignInHost.StartAsync();
        Task<OrgAnswer> SignIn() => host.Ask("token", ("grant_type", "password"), ("client_id", OrgHost.ConsumerKey), ("username", OrgHost.Username), ("password", "x"));

        host.Org.GetSwitch("auth.passwordGrant").Should().Be("on");
        (await SignIn()).Status.Should().Be(200);
        host.Org.SetSwitch("auth.passwordGrant", "off");
        (await SignIn()).ShouldRefuseSignIn("invalid_grant", "authentication failure");
        host.Records.Calls[^1].Guidance.Should().Contain("auth.passwordGrant");
    }
}
