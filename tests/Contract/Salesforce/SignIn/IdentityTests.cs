using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.SignIn;

[Source("Salesforce Help, Identity URLs; The UserInfo Endpoint; Token Introspection")]
public sealed class IdentityTests
{
    private const string Identity = "GET /id/{organization}/{user}";

    [Fact]
    [Proves(Identity, "oauth_token", "format", "version")]
    [SimulatorOnly("needs a user with a zone")]
    public async Task The_identity_has_all_documented_members()
    {
        await using var host = await SignInHost.StartAsync();
        var answer = await host.SignInByBrowser(SignInHost.OpenApp, ("login_hint", "bob@example.invalid"));
        var path = new Uri(answer["id"].GetString()!).AbsolutePath;
        var token = Uri.EscapeDataString(answer["access_token"].GetString()!);

        var identity = await Get(host, $"{path}?oauth_token={token}&format=json");

        identity.Json.EnumerateObject().Select(member => member.Name).Should().Equal(
            "id", "asserted_user", "user_id", "organization_id", "username", "nick_name", "display_name", "email", "email_verified", "first_name", "last_name", "timezone", "photos", "addr_street",
            "addr_city", "addr_state", "addr_country", "addr_zip", "mobile_phone", "mobile_phone_verified", "is_lightning_login_user", "status", "urls", "active", "user_type", "language", "locale",
            "utcOffset", "last_modified_date", "is_app_installed");
        identity["username"].GetString().Should().Be("bob@example.invalid");
        identity["utcOffset"].GetInt32().Should().Be(-28_800_000);
        identity["urls"].GetProperty("partner").GetString().Should().Be($"http://simulator/services/Soap/u/{{version}}/{host.Org.OrganizationId[..15]}");
        (await Get(host, $"{path}?oauth_token={token}&version=latest"))["urls"].GetProperty("rest").GetString().Should().MatchRegex(@"^http://simulator/services/data/v\d\d\.0/$");
        var xml = await Get(host, $"{path}?oauth_token={token}&format=xml");
        xml.Headers["Content-Type"].Should().StartWith("application/xml");
        xml.Body.Should().StartWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><user ").And.Contain("<username>bob@example.invalid</username>").And.Contain("<addr_city xsi:nil=\"true\"/>");
    }

    [Fact]
    [Proves(Identity)]
    [Unverified]
    [SimulatorOnly]
    public async Task Refusals_of_the_identity_are_words()
    {
        await using var host = await SignInHost.StartAsync();
        var id = new Uri((await host.SignIn(OrgHost.Sign(host.Claims())))["id"].GetString()!).AbsolutePath;
        var other = host.Org.Rows("User").Single(user => user.Text("Username") == "gone@example.invalid").Id;

        (await Get(host, id)).Should().Match<OrgAnswer>(answer => answer.Status == 403 && answer.Body == "Missing_OAuth_Token");
        (await Get(host, id + "?oauth_token=x")).Should().Match<OrgAnswer>(answer => answer.Status == 403 && answer.Body == "Bad_OAuth_Token");
        (await host.Call("GET", id.Replace("/id/00D", "/id/00E", StringComparison.Ordinal))).Should().Match<OrgAnswer>(answer => answer.Status == 403 && answer.Body == "Wrong_Org");
        (await host.Call("GET", id[..^3])).Status.Should().Be(200, "15 characters name the same user");
        (await host.Call("GET", id[..^18] + "005000000000001AAA")).Should().Match<OrgAnswer>(answer => answer.Status == 404 && answer.Body == "Bad_Id");
        (await host.Call("GET", id[..^18] + other)).Should().Match<OrgAnswer>(answer => answer.Status == 404 && answer.Body == "Inactive");
        (await host.Call("GET", id + "?format=html")).Status.Should().Be(501);
    }

    [Fact]
    [Proves("GET /services/oauth2/userinfo")]
    [Proves("POST /services/oauth2/userinfo")]
    [SimulatorOnly]
    public async Task Userinfo_has_all_documented_members()
    {
        await using var host = await SignInHost.StartAsync();
        var token = (await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString()!;

        var info = await host.Ask("userinfo", ("access_token", token));

        info.Json.EnumerateObject().Select(member => member.Name).Should().Equal(
            "sub", "user_id", "organization_id", "preferred_username", "nickname", "name", "email", "email_verified", "given_name", "family_name", "zoneinfo", "photos", "profile", "picture", "address",
            "phone_number", "phone_number_verified", "urls", "active", "user_type", "language", "locale", "utcOffset", "updated_at", "is_app_installed");
        info["updated_at"].GetString().Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");
        (await Get(host, "/services/oauth2/userinfo")).Body.Should().Be("Missing_OAuth_Token");
    }

    [Fact]
    [Proves("POST /services/oauth2/introspect", "token", "client_id", "client_secret", "token_type_hint")]
    [SimulatorOnly("needs an app with a secret")]
    public async Task Introspection_tells_the_life_of_a_token_to_its_own_app()
    {
        await using var host = await SignInHost.StartAsync();
        var answer = await host.SignInByBrowser(SignInHost.WebApp, ("scope", "api refresh_token"));
        Task<OrgAnswer> Look(string token, string secret = SignInHost.Secret) =>
            host.Ask("introspect", ("token", token), ("client_id", SignInHost.WebApp), ("client_secret", secret), ("token_type_hint", "access_token"));

        var access = await Look(answer["access_token"].GetString()!);
        var now = host.Clock.GetUtcNow().ToUnixTimeSeconds();

        access.Json.EnumerateObject().Select(member => member.Name).Should().Equal("active", "scope", "client_id", "username", "sub", "token_type", "exp", "iat", "nbf");
        (access["active"].GetBoolean(), access["exp"].GetInt64(), access["iat"].GetInt64()).Should().Be((true, now + 7_200, now));
        (await Look(answer["refresh_token"].GetString()!))["token_type"].GetString().Should().Be("refresh_token");
        (await Look("dead")).Body.Should().Be("{\"active\":false}");
        (await Look((await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString()!)).Body.Should().Be("{\"active\":false}", "it is another app's");
        (await Look("x", "wrong")).ShouldRefuseSignIn("invalid_client", "invalid client credentials");
        host.Clock.Advance(TimeSpan.FromHours(2));
        (await Look(answer["access_token"].GetString()!)).Body.Should().Be("{\"active\":false}");
    }

    [Fact]
    [Proves("GET /services/oauth2/singleaccess", "redirect_uri")]
    [Proves("POST /services/oauth2/singleaccess", "redirect_uri")]
    public async Task Single_access_gives_a_link_to_the_front_door()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "/services/oauth2/singleaccess?redirect_uri=%2Flightning"))["frontdoor_uri"].GetString().Should().MatchRegex("^https?://[^/]+/secur/frontdoor.jsp\\?otp=\\w+&startURL=%2Flightning$");
        (await host.Call("POST", "/services/oauth2/singleaccess")).Status.Should().Be(200);
        (await Get(host, "/services/oauth2/singleaccess")).Status.Should().Be(403);
    }

    private static async Task<OrgAnswer> Get(OrgHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await host.Send(request);
    }
}
