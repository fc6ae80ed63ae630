using System.Net;
using System.Net.Http.Headers;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Authentication")]
public sealed class IdentityTests
{
    private const string Describe = "/rest/v1/leads/describe2.json";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Proves("GET /identity/oauth/token", "grant_type", "client_id", "client_secret")]
    [Proves("POST /identity/oauth/token", "grant_type", "client_id", "client_secret")]
    [SimulatorOnly]
    public async Task Two_sign_ins_within_a_life_give_one_token_with_what_remains()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var first = await marketo.GetAsync(marketo.Identity);
        marketo.Time.Advance(TimeSpan.FromSeconds(3084));

        var second = await marketo.SendAsync(HttpMethod.Post, marketo.Identity, "");

        first.GetProperty("expires_in").GetInt32().Should().Be(3600);
        first.Text("scope").Should().Be("sync@example.invalid");
        first.Text("token_type").Should().Be("bearer");
        second.GetProperty("expires_in").GetInt32().Should().Be(516);
        second.Text("access_token").Should().Be(first.Text("access_token"));
        second.TryGetProperty("requestId", out _).Should().BeFalse();
    }

    [Fact]
    [Proves("GET /identity/oauth/token", "grant_type", "client_id", "client_secret")]
    [Proves("POST /identity/oauth/token", "grant_type", "client_id", "client_secret")]
    public async Task Asking_again_by_either_method_gives_the_same_token_and_no_envelope()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var first = await marketo.GetAsync(marketo.Identity);

        var second = await marketo.SendAsync(HttpMethod.Post, marketo.Identity, "");

        second.Text("access_token").Should().Be(first.Text("access_token"));
        second.Text("token_type").Should().Be("bearer");
        second.GetProperty("expires_in").GetInt32().Should().BeInRange(0, first.GetProperty("expires_in").GetInt32());
        second.TryGetProperty("requestId", out _).Should().BeFalse();
    }

    [Fact]
    [Source("client: node-marketo-rest")]
    [Proves("GET /identity/oauth/token", "partner_id")]
    [Proves("POST /identity/oauth/token", "partner_id")]
    public async Task A_partners_id_is_taken_and_changes_nothing()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var plain = await marketo.GetAsync(marketo.Identity);

        (await marketo.GetAsync(marketo.Identity + "&partner_id=looms")).Text("access_token").Should().Be(plain.Text("access_token"));
        (await marketo.SendAsync(HttpMethod.Post, marketo.Identity + "&partner_id=looms", "")).Text("access_token").Should().Be(plain.Text("access_token"));
    }

    [Fact]
    [Proves("GET /identity/oauth/token", "client_id")]
    [SimulatorOnly]
    public async Task A_new_life_begins_with_a_new_token()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var first = await marketo.SignInAsync();
        marketo.Time.Advance(TimeSpan.FromSeconds(3600));

        (await marketo.SignInAsync()).Should().NotBe(first);
    }

    [Theory]
    [InlineData("client_id=sync-engine&client_secret=wrong", "invalid_client", "Bad client credentials")]
    [InlineData("client_id=nobody&client_secret=s3cret", "unauthorized", "No client with requested id: nobody")]
    [Proves("GET /identity/oauth/token", "client_id")]
    public async Task Bad_credentials_are_HTTP_401_in_OAuth_form(string credentials, string error, string text)
    {
        await using var marketo = await MarketoHost.StartAsync();

        using var response = await marketo.Http.GetAsync("/identity/oauth/token?grant_type=client_credentials&" + credentials, Cancellation);

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsStringAsync(Cancellation)).Should().Be($$"""{"error":"{{error}}","error_description":"{{text}}"}""");
    }

    [Fact]
    [Proves("GET /identity/oauth/token", "client_id")]
    [Proves("switch identity.errorStatus")]
    [Unverified]
    [SimulatorOnly]
    public async Task Switch_identity_errorStatus_200()
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { IdentityErrorStatus = 200 });

        using var response = await marketo.Http.GetAsync("/identity/oauth/token?grant_type=client_credentials&client_id=nobody", Cancellation);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    [Proves("switch auth.expiredThen601")]
    [Proves("code 601")]
    [Proves("code 602")]
    [SimulatorOnly]
    public async Task An_expired_token_is_told_once_then_it_is_any_wrong_token()
    {
        await using var marketo = await MarketoHost.StartAsync();
        marketo.Time.Advance(TimeSpan.FromSeconds(3600));

        (await marketo.GetAsync(Describe)).ShouldFail("602", "Access token expired");
        (await marketo.GetAsync(Describe)).ShouldFail("601", "Access token invalid");
        await marketo.SignInAsync();
        (await marketo.GetAsync(Describe)).Result().Should().NotBeEmpty();
    }

    [Fact]
    [Proves("GET /identity/oauth/token", "client_id")]
    [SimulatorOnly]
    public async Task A_token_lives_to_the_last_microsecond()
    {
        await using var marketo = await MarketoHost.StartAsync();
        marketo.Time.Advance(TimeSpan.FromSeconds(3600) - TimeSpan.FromMicroseconds(1));

        (await marketo.GetAsync(Describe)).Result().Should().NotBeEmpty();
        (await marketo.GetAsync(marketo.Identity)).GetProperty("expires_in").GetInt32().Should().Be(0);
    }

    [Fact]
    [Proves("switch auth.expiredThen601")]
    [Proves("code 602")]
    [SimulatorOnly]
    public async Task Switch_auth_expiredThen601_off_always_602()
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { ExpiredThen601 = false });
        marketo.Time.Advance(TimeSpan.FromSeconds(3600));

        (await marketo.GetAsync(Describe)).ShouldFail("602");
        (await marketo.GetAsync(Describe)).ShouldFail("602");
    }

    [Fact]
    [Proves("switch auth.missingToken")]
    [Proves("code 601")]
    [Proves("code 603")]
    public async Task No_token_is_603_and_any_other_text_601()
    {
        await using var marketo = await MarketoHost.StartAsync();
        marketo.Http.DefaultRequestHeaders.Authorization = null;
        (await marketo.GetAsync(Describe)).ShouldFail("603", "Access denied");

        marketo.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "made-up");
        (await marketo.GetAsync(Describe)).ShouldFail("601");
    }

    [Fact]
    [Proves("switch auth.missingToken")]
    [Proves("code 600")]
    [SimulatorOnly]
    public async Task Switch_auth_missingToken_600()
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { MissingToken = MissingToken.EmptyAccessToken });
        marketo.Http.DefaultRequestHeaders.Authorization = null;

        (await marketo.GetAsync(Describe)).ShouldFail("600", "Empty access token");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Proves("switch auth.queryToken")]
    [SimulatorOnly]
    public async Task Switch_auth_queryToken(bool accepted)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { QueryToken = accepted });
        var token = await marketo.SignInAsync();
        marketo.Http.DefaultRequestHeaders.Authorization = null;

        var answer = await marketo.GetAsync(Describe + "?access_token=" + token);

        answer.GetProperty("success").GetBoolean().Should().Be(accepted);
        marketo.Records.Calls[^1].Query.Should().Be("access_token=***");
    }

    [Fact]
    [SimulatorOnly]
    public async Task The_journal_names_the_client_and_hides_its_secret()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.GetAsync(Describe);

        marketo.Records.Calls.Should().HaveCount(2).And.OnlyContain(call => call.Client == "sync-engine");
        marketo.Records.Calls[0].Query.Should().Be("grant_type=client_credentials&client_id=sync-engine&client_secret=***");
    }

    [Fact]
    [Proves("code 603")]
    [SimulatorOnly]
    public async Task A_missing_permission_is_603_with_a_live_token()
    {
        var reader = new MarketoCredential("sync-engine", "s3cret", "sync@example.invalid") { Permissions = MarketoPermissions.ReadLead };
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { Credentials = [reader] });

        (await marketo.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid"}]}""")).ShouldFail("603");
        (await marketo.GetAsync(Describe)).Result().Should().NotBeEmpty();
        marketo.Instance.RunningCalls.Should().Be(0);
    }
}
