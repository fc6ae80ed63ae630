using System.Security.Cryptography;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce Help, OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration")]
public sealed class SignInTests
{
    [Fact]
    [Proves("POST /services/oauth2/token", "grant_type", "assertion")]
    [SimulatorOnly]
    public async Task A_token_answer_has_the_documented_members_and_neither_expiry_nor_refresh_token()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.SignIn(OrgHost.Sign(host.Claims()));

        answer.Status.Should().Be(200);
        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal("access_token", "scope", "instance_url", "id", "token_type");
        answer["access_token"].GetString().Should().StartWith(host.Org.OrganizationId[..15] + "!").And.HaveLength(15 + 1 + 90);
        answer["instance_url"].GetString().Should().Be("http://simulator");
        answer["id"].GetString()!.Split('/')[^2].Should().Be(host.Org.OrganizationId);
        answer.Headers["Content-Type"].Should().StartWith("application/json").And.EndWith("charset=UTF-8");
        host.Records.Calls.Should().ContainSingle().Which.Client.Should().Be(OrgHost.Username);
    }

    [Fact]
    [Proves("POST /services/oauth2/token", "grant_type", "assertion")]
    public async Task Each_exchange_gives_a_token_of_its_own_and_the_old_one_stays_good()
    {
        await using var host = await OrgHost.StartAsync();
        var first = (await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString();

        var second = (await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString();

        second.Should().NotBe(first);
        (await host.Call("GET", "limits", null, ("Authorization", "Bearer " + first))).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("https://login.salesforce.com")]
    [InlineData("https://login.salesforce.com/")]
    [InlineData("https://test.salesforce.com")]
    [InlineData("login.salesforce.com")]
    [InlineData("http://simulator")]
    [InlineData("http://simulator/")]
    [Proves("POST /services/oauth2/token", "grant_type", "assertion")]
    [SimulatorOnly("the org has an address of its own")]
    public async Task Known_servers_are_good_audiences_in_all_the_forms_that_clients_send(string audience)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.SignIn(OrgHost.Sign(host.Claims(aud: audience)))).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("\"{0}\"")]
    [InlineData("{0}000")]
    [Proves("POST /services/oauth2/token", "grant_type", "assertion")]
    [SimulatorOnly]
    public async Task Exp_is_taken_as_a_number_as_a_string_and_in_milliseconds(string form)
    {
        await using var host = await OrgHost.StartAsync();
        var exp = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, host.Clock.GetUtcNow().ToUnixTimeSeconds() + 180);

        (await host.SignIn(OrgHost.Sign(host.Claims(exp: exp)))).Status.Should().Be(200);
    }

    [Fact]
    [Proves("POST /services/oauth2/token", "grant_type", "assertion")]
    [Proves("code invalid_grant")]
    [SimulatorOnly]
    public async Task Exp_in_the_past_is_an_expired_authorization_code()
    {
        await using var host = await OrgHost.StartAsync();
        var assertion = OrgHost.Sign(host.Claims());
        host.Clock.Advance(TimeSpan.FromSeconds(180 + 181));

        (await host.SignIn(assertion)).ShouldRefuseSignIn("invalid_grant", "expired authorization code");
    }

    [Fact]
    [Proves("POST /services/oauth2/token", "grant_type", "assertion")]
    [Proves("switch auth.jwt.clockSkewSeconds")]
    [Proves("code invalid_grant")]
    [Unverified]
    [SimulatorOnly]
    public async Task Exp_is_good_for_the_clock_skew_longer()
    {
        await using var host = await OrgHost.StartAsync();
        await using var exact = await OrgHost.StartAsync(new SalesforceSwitches { JwtClockSkew = TimeSpan.Zero });
        var assertion = OrgHost.Sign(host.Claims());
        host.Clock.Advance(TimeSpan.FromSeconds(300));
        exact.Clock.Advance(TimeSpan.FromSeconds(300));

        (await host.SignIn(assertion)).Status.Should().Be(200);
        (await exact.SignIn(assertion)).ShouldRefuseSignIn("invalid_grant", "expired authorization code");
    }

    [Fact]
    [Proves("POST /services/oauth2/token", "grant_type", "assertion")]
    [Proves("switch auth.jwt.maxLifetimeSeconds")]
    [Proves("code invalid_grant")]
    [Unverified]
    public async Task A_far_exp_is_refused_only_when_the_switch_says_so()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { JwtMaxLifetime = TimeSpan.FromMinutes(3) });

        (await host.SignIn(OrgHost.Sign(host.Claims(exp: "99999999999")))).ShouldRefuseSignIn("invalid_grant", "invalid assertion");
    }

    [Fact]
    [Proves("POST /services/oauth2/token", "grant_type", "assertion")]
    [Proves("code invalid_app_access")]
    [Proves("code invalid_client_id")]
    [Proves("code invalid_grant")]
    [SimulatorOnly("needs further apps and users")]
    public async Task Each_wrong_claim_has_its_own_text()
    {
        await using var host = await OrgHost.StartAsync();
        using var other = RSA.Create(2048);

        (await host.SignIn("no.jwt")).ShouldRefuseSignIn("invalid_grant", "invalid assertion");
        (await host.SignIn(OrgHost.Sign(host.Claims(), key: other))).ShouldRefuseSignIn("invalid_grant", "invalid assertion");
        (await host.SignIn(OrgHost.Sign(host.Claims(), header: """{"alg":"HS256"}"""))).ShouldRefuseSignIn("invalid_grant", "invalid assertion");
        (await host.SignIn(OrgHost.Sign("\"iss\":\"sfmarketo-sync\""))).ShouldRefuseSignIn("invalid_grant", "invalid assertion");
        (await host.SignIn(OrgHost.Sign(host.Claims(exp: "true")))).ShouldRefuseSignIn("invalid_grant", "invalid assertion");
        (await host.SignIn(OrgHost.Sign(host.Claims(iss: "nobody")))).ShouldRefuseSignIn("invalid_client_id", "client identifier invalid");
        (await host.SignIn(OrgHost.Sign(host.Claims(aud: "https://example.invalid")))).ShouldRefuseSignIn("invalid_grant", "audience is invalid");
        (await host.SignIn(OrgHost.Sign(host.Claims(sub: "nobody@example.invalid")))).ShouldRefuseSignIn("invalid_grant", "user hasn't approved this consumer");
        (await host.SignIn(OrgHost.Sign(host.Claims(sub: "ann@example.invalid")))).ShouldRefuseSignIn("invalid_app_access", "user is not admin approved to access this app");
        (await host.SignIn(OrgHost.Sign(host.Claims(sub: "gone@example.invalid")))).ShouldRefuseSignIn("invalid_grant", "inactive user");
    }

    [Fact]
    [Proves("POST /services/oauth2/token", "grant_type", "assertion")]
    [Proves("code invalid_request")]
    [Proves("code unsupported_grant_type")]
    public async Task Malformed_requests_have_the_vendors_texts()
    {
        await using var host = await OrgHost.StartAsync();
        using var noGrant = new FormUrlEncodedContent([new("assertion", "x")]);
        using var noAssertion = new FormUrlEncodedContent([new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")]);

        (await host.Post("/services/oauth2/token", noGrant)).ShouldRefuseSignIn("unsupported_grant_type", "grant type not supported");
        (await host.Post("/services/oauth2/token", noAssertion)).ShouldRefuseSignIn("invalid_request", "missing required parameter: assertion");
        (await host.Call("GET", "/services/oauth2/token")).ShouldRefuseSignIn("invalid_request", "must use HTTP POST");
    }

    [Fact]
    [Proves("POST /services/oauth2/token", "grant_type", "assertion")]
    [Proves("code rate_limit_exceeded")]
    [SimulatorOnly("spends all logins of an hour")]
    public async Task The_3601st_login_of_an_hour_is_refused()
    {
        await using var host = await OrgHost.StartAsync();
        var assertion = OrgHost.Sign(host.Claims());
        for (var i = 0; i < 3600; i++)
        {
            (await host.SignIn(assertion)).Status.Should().Be(200);
        }

        (await host.SignIn(assertion)).ShouldRefuseSignIn("rate_limit_exceeded", "login rate exceeded");
    }

    [Fact]
    [Proves("switch auth.sessionTimeout")]
    [Proves("code INVALID_SESSION_ID")]
    [SimulatorOnly]
    public async Task A_session_ends_when_nobody_used_it_for_its_time_out()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Call("GET", "limits");
        host.Clock.Advance(TimeSpan.FromHours(2));

        (await host.Call("GET", "limits")).ShouldRefuse(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 401)]
    [Proves("switch auth.sessionSlides")]
    [Unverified]
    [SimulatorOnly]
    public async Task A_call_in_the_second_half_of_the_time_out_extends_a_session(bool slides, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { SessionSlides = slides });
        await host.Call("GET", "limits");
        host.Clock.Advance(TimeSpan.FromMinutes(90));
        await host.Call("GET", "limits");
        host.Clock.Advance(TimeSpan.FromMinutes(90));

        (await host.Call("GET", "limits")).Status.Should().Be(status);
    }

    [Fact]
    [Proves("switch auth.sessionSlides")]
    [Unverified]
    [SimulatorOnly]
    public async Task A_call_in_the_first_half_of_the_time_out_extends_nothing()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Call("GET", "limits");
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        await host.Call("GET", "limits");
        host.Clock.Advance(TimeSpan.FromMinutes(62));

        (await host.Call("GET", "limits")).Status.Should().Be(401);
    }

    [Theory]
    [InlineData("", "INVALID_SESSION_ID", "Session expired or invalid")]
    [InlineData("Bearer nonsense", "INVALID_SESSION_ID", "Session expired or invalid")]
    [InlineData("Basic abc", "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE")]
    [InlineData("nonsense", "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE")]
    [Proves("header Authorization")]
    [Proves("code INVALID_AUTH_HEADER")]
    [Proves("code INVALID_SESSION_ID")]
    [SimulatorOnly]
    public async Task A_call_without_a_live_token_is_401_and_costs_nothing(string authorization, string code, string message)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "limits", null, ("Authorization", authorization))).ShouldRefuse(401, code, message);
        host.Org.RequestsUsed.Should().Be(0);
    }

    [Fact]
    [Proves("header Authorization")]
    public async Task OAuth_works_like_Bearer()
    {
        await using var host = await OrgHost.StartAsync();
        var token = (await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString();

        (await host.Call("GET", "limits", null, ("Authorization", "OAuth " + token))).Status.Should().Be(200);
    }

    [Fact]
    [Proves("POST /services/oauth2/revoke", "token")]
    [SimulatorOnly]
    public async Task Revoking_ends_the_session_and_revoking_again_fails_in_the_form_of_a_query_string()
    {
        await using var host = await OrgHost.StartAsync();
        var token = (await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString()!;
        using var form = new FormUrlEncodedContent([new("token", token)]);

        var revoked = await host.Post("/services/oauth2/revoke", form);

        revoked.Status.Should().Be(200);
        revoked.Body.Should().BeEmpty();
        (await host.Call("GET", "limits", null, ("Authorization", "Bearer " + token))).Status.Should().Be(401);
        var again = await host.Call("GET", "/services/oauth2/revoke?token=" + Uri.EscapeDataString(token));
        again.Status.Should().Be(400);
        again.Body.Should().StartWith("error=invalid_token&");
        host.Records.Calls[^1].Query.Should().Be("token=***");
    }

    [Fact]
    [Proves("GET /id/{organization}/{user}", "format")]
    [Proves("GET /services/oauth2/userinfo")]
    [SimulatorOnly]
    public async Task The_identity_url_and_userinfo_tell_the_user()
    {
        await using var host = await OrgHost.StartAsync();
        var signIn = await host.SignIn(OrgHost.Sign(host.Claims()));
        var id = new Uri(signIn["id"].GetString()!).AbsolutePath;

        var identity = await host.Call("GET", id + "?format=json");
        var info = await host.Call("GET", "/services/oauth2/userinfo");

        identity["username"].GetString().Should().Be(OrgHost.Username);
        identity["organization_id"].GetString().Should().Be(host.Org.OrganizationId);
        identity["urls"].GetProperty("rest").GetString().Should().EndWith("/services/data/v{version}/");
        info["preferred_username"].GetString().Should().Be(OrgHost.Username);
        (await host.Call("GET", "/services/oauth2/userinfo", null, ("Authorization", "Bearer x"))).Body.Should().Be("Bad_OAuth_Token");
        host.Org.RequestsUsed.Should().Be(0);
    }
}
