using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.SignIn;

[Source("Salesforce Help, OAuth 2.0 Web Server Flow for Web App Integration")]
public sealed class WebServerFlowTests
{
    private const string Token = "POST /services/oauth2/token";
    private const string Authorize = "GET /services/oauth2/authorize";

    [Fact]
    [Proves(Authorize, "response_type", "client_id", "redirect_uri", "scope", "state")]
    [Proves(Token, "grant_type", "code", "client_id", "client_secret", "redirect_uri")]
    [SimulatorOnly("approves without a page")]
    public async Task The_browser_is_led_back_with_a_code_that_is_good_for_a_session_and_a_refresh_token()
    {
        await using var host = await SignInHost.StartAsync();

        var back = await host.Authorize(SignInHost.WebApp, ("scope", "api refresh_token"), ("state", "a b"));
        var answer = await host.Redeem(SignInHost.WebApp, SignInHost.CodeIn(back));

        back.Headers["Location"].Should().StartWith(SignInHost.Callback + "?code=");
        SignInHost.Part(back, "state").Should().Be("a b");
        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal("access_token", "refresh_token", "signature", "issued_at", "scope", "instance_url", "id", "token_type");
        answer["scope"].GetString().Should().Be("api refresh_token");
        answer["issued_at"].GetString().Should().Be(host.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        var signed = Encoding.UTF8.GetBytes(answer["id"].GetString() + answer["issued_at"].GetString());
        answer["signature"].GetString().Should().Be(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SignInHost.Secret), signed)));
        (await host.StatusWith(answer["access_token"].GetString()!)).Should().Be(200);
        host.Records.Calls[0].Query.Should().NotContain("secret");
    }

    [Fact]
    [Proves(Token, "grant_type", "code")]
    [Proves("code invalid_grant")]
    [SimulatorOnly("approves without a page")]
    public async Task A_code_is_good_once_and_for_a_quarter_of_an_hour()
    {
        await using var host = await SignInHost.StartAsync();
        var code = SignInHost.CodeIn(await host.Authorize(SignInHost.WebApp));
        var late = SignInHost.CodeIn(await host.Authorize(SignInHost.WebApp));

        (await host.Redeem(SignInHost.WebApp, code)).Status.Should().Be(200);
        (await host.Redeem(SignInHost.WebApp, code)).ShouldRefuseSignIn("invalid_grant", "invalid authorization code");
        (await host.Redeem(SignInHost.WebApp, "aPrxNothing")).ShouldRefuseSignIn("invalid_grant", "invalid authorization code");
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        (await host.Redeem(SignInHost.WebApp, late)).ShouldRefuseSignIn("invalid_grant", "expired authorization code");
    }

    [Fact]
    [Proves(Authorize, "login_hint")]
    [SimulatorOnly("approves without a page")]
    public async Task The_hint_says_who_signs_in()
    {
        await using var host = await SignInHost.StartAsync();

        var answer = await host.Redeem(SignInHost.OpenApp, SignInHost.CodeIn(await host.Authorize(SignInHost.OpenApp, ("login_hint", "bob@example.invalid"))));
        host.Use(answer["access_token"].GetString()!);

        (await host.Call("GET", "/services/oauth2/userinfo"))["preferred_username"].GetString().Should().Be("bob@example.invalid");
    }

    [Fact]
    [Proves(Authorize, "code_challenge", "code_challenge_method")]
    [Proves(Token, "code_verifier")]
    [SimulatorOnly("approves without a page")]
    public async Task A_code_with_a_challenge_needs_its_verifier()
    {
        await using var host = await SignInHost.StartAsync();
        var verifier = new string('v', 43);
        (string, string)[] challenge = [("code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), ("code_challenge_method", "S256")];

        (await host.Redeem(SignInHost.WebApp, SignInHost.CodeIn(await host.Authorize(SignInHost.WebApp, challenge)), ("code_verifier", verifier))).Status.Should().Be(200);
        (await host.Redeem(SignInHost.WebApp, SignInHost.CodeIn(await host.Authorize(SignInHost.WebApp, challenge)))).ShouldRefuseSignIn("invalid_grant", "invalid code verifier");
        host.Org.SetConnectedApp(host.Org.ConnectedApp(SignInHost.WebApp)! with { RequiresPkce = true });
        SignInHost.Part(await host.Authorize(SignInHost.WebApp), "error_description").Should().Be("missing required code challenge");
    }

    [Fact]
    [Proves(Authorize, "client_id", "redirect_uri", "response_type", "scope")]
    [Proves("code redirect_uri_mismatch")]
    [Proves("code invalid_client_id")]
    [Unverified]
    [SimulatorOnly("approves without a page")]
    public async Task What_is_wrong_is_said_to_the_app_unless_it_is_the_app_that_is_wrong()
    {
        await using var host = await SignInHost.StartAsync();

        (await host.Authorize("nobody")).Body.Should().Be("error=invalid_client_id&error_description=client%20identifier%20invalid");
        (await host.Authorize(SignInHost.WebApp, ("redirect_uri", "https://elsewhere.example.com/"))).Body.Should().StartWith("error=redirect_uri_mismatch&");
        SignInHost.Part(await host.Authorize(SignInHost.WebApp, ("response_type", "more"), ("state", "s")), "error").Should().Be("unsupported_response_type");
        SignInHost.Part(await host.Authorize(SignInHost.WebApp, ("scope", "api full")), "error").Should().Be("invalid_scope");
        SignInHost.Part(await host.Authorize(SignInHost.WebApp, ("login_hint", "ann@example.invalid")), "error").Should().Be("invalid_app_access");
        (await host.Redeem(SignInHost.WebApp, SignInHost.CodeIn(await host.Authorize(SignInHost.WebApp)), ("redirect_uri", "https://elsewhere.example.com/"))).Status.Should().Be(400);
        (await host.Authorize(SignInHost.WebApp, ("response_type", "token"))).Status.Should().Be(501);
    }

    [Fact]
    [Proves(Token, "grant_type", "assertion")]
    [Proves("code invalid_grant")]
    [SimulatorOnly("needs an app that users approve themselves")]
    public async Task A_user_who_approves_an_app_by_browser_is_signed_in_by_its_assertions_from_then_on()
    {
        await using var host = await SignInHost.StartAsync();

        (await host.SignIn(OrgHost.Sign(host.Claims(iss: SignInHost.OpenApp, sub: "ann@example.invalid")))).ShouldRefuseSignIn("invalid_grant", "user hasn't approved this consumer");
        (await host.SignInByBrowser(SignInHost.OpenApp, ("login_hint", "ann@example.invalid"))).Status.Should().Be(200);
        (await host.SignIn(OrgHost.Sign(host.Claims(iss: SignInHost.OpenApp, sub: "ann@example.invalid")))).Status.Should().Be(200);
    }

    [Fact]
    [Proves("GET /.well-known/openid-configuration")]
    [Proves("GET /id/keys")]
    [Proves(Authorize, "nonce")]
    [SimulatorOnly("approves without a page")]
    public async Task The_scope_openid_gives_a_token_that_the_published_key_verifies()
    {
        await using var host = await SignInHost.StartAsync();

        var answer = await host.SignInByBrowser(SignInHost.WebApp, ("scope", "openid api"), ("nonce", "n1"));
        var configuration = await host.Call("GET", "/.well-known/openid-configuration");
        var keys = await host.Call("GET", new Uri(configuration["jwks_uri"].GetString()!).AbsolutePath);

        var parts = answer["id_token"].GetString()!.Split('.');
        var key = keys["keys"][0];
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64Url.DecodeFromChars(key.GetProperty("n").GetString()), Exponent = Base64Url.DecodeFromChars(key.GetProperty("e").GetString()) });
        rsa.KeySize.Should().Be(2048);
        rsa.VerifyData(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Should().BeTrue();
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        claims.RootElement.GetProperty("sub").GetString().Should().Be(answer["id"].GetString());
        claims.RootElement.GetProperty("aud").GetString().Should().Be(SignInHost.WebApp);
        claims.RootElement.GetProperty("iss").GetString().Should().Be(configuration["issuer"].GetString());
        claims.RootElement.GetProperty("nonce").GetString().Should().Be("n1");
    }
}
