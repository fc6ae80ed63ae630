using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using SfMarketo.Sync;
using SfMarketo.Sync.Salesforce;
using SfMarketo.Tests.Sync.Pacing;

namespace SfMarketo.Tests.Sync.Salesforce;

public sealed class SalesforceClientTests : IDisposable
{
    private static readonly string Pem = NewKey();
    private static readonly SalesforceId AnId = SalesforceId.Parse("00Q5g00000AbCdE");

    private readonly SimClock _clock = new();
    private readonly StubServer _server;
    private readonly HttpClient _http;
    private readonly SalesforceClient _client;
    private string _session = "s1";
    private Func<StubRequest, HttpResponseMessage> _answer = _ => StubServer.Json("""{"totalSize":0,"done":true,"records":[]}""");

    public SalesforceClientTests()
    {
        _server = new StubServer(request => request.Path == "/services/oauth2/token"
            ? StubServer.Json($$"""{"access_token":"{{_session}}","instance_url":"https://acme.test","id":"x","token_type":"Bearer"}""")
            : request.Token == _session ? _answer(request)
            : StubServer.Json("""[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]""", 401));
        _http = new HttpClient(_server) { Timeout = Timeout.InfiniteTimeSpan };
        _client = new SalesforceClient(_http, _clock,
            new SalesforceSettings { LoginUrl = new Uri("https://login.test/"), ClientId = "key", Username = "sync@acme.test", PrivateKeyPem = Pem });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<StubRequest> Calls => _server.Requests.Where(request => request.Path != "/services/oauth2/token");

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task The_assertion_says_who_we_are_for_three_minutes_of_our_clock()
    {
        await _client.QueryAsync("SELECT Id FROM Lead", Cancel);

        var form = _server.Requests[0].Body;
        form.Should().StartWith("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=");
        var token = new JsonWebToken(form[(form.IndexOf("assertion=", StringComparison.Ordinal) + 10)..]);
        token.Alg.Should().Be("RS256");
        token.Issuer.Should().Be("key");
        token.Subject.Should().Be("sync@acme.test");
        token.Audiences.Should().Equal("https://login.test");
        token.ValidTo.Should().Be(_clock.GetUtcNow().UtcDateTime.AddSeconds(180));
        Calls.Single().Uri.Host.Should().Be("acme.test", "the instance the sign-in named");
    }

    [Fact]
    public async Task A_dead_session_is_renewed_and_the_call_repeated_once()
    {
        await _client.QueryAsync("SELECT Id FROM Lead", Cancel);
        _session = "s2";

        (await _client.QueryAsync("SELECT Id FROM Lead", Cancel)).IsSuccess.Should().BeTrue();

        Calls.Select(call => call.Token).Should().Equal("s1", "s1", "s2");
        _client.SignIns.Should().Be(2);
    }

    [Fact]
    public async Task Rows_of_all_pages_are_read_with_their_parents_flattened()
    {
        _answer = request => StubServer.Json(request.Path.EndsWith("-2000", StringComparison.Ordinal)
            ? """{"totalSize":2,"done":true,"records":[{"attributes":{"type":"Contact"},"Id":"2","Account":null,"Tasks":{"totalSize":1,"done":true,"records":[{"Id":"t"}]}}]}"""
            : """{"totalSize":2,"done":false,"nextRecordsUrl":"/services/data/v59.0/query/01g-2000","records":[{"attributes":{"type":"Contact","url":"u"},"Id":"1","Account":{"attributes":{"type":"Account"},"Name":"Acme","Owner":{"attributes":{},"Name":"Ann"}},"Amount":15000.0}]}""");

        var rows = (await _client.QueryAllPagesAsync("SELECT ...", deletedToo: false, 10, Cancel)).Value;

        rows[0].Select(field => field.Name).Should().Equal("Id", "Account.Name", "Account.Owner.Name", "Amount");
        rows[0]["Account.Owner.Name"].AsText().Should().Be("Ann");
        rows[1].TryGet("Account", out var account).Should().BeTrue();
        account.IsNull.Should().BeTrue();
        rows[1]["Account.Name"].IsNull.Should().BeTrue();
        rows[1]["Tasks"].AsText().Should().Contain("\"t\"");
    }

    [Theory]
    [InlineData(AutoAssign.False, "FALSE")]
    [InlineData(AutoAssign.True, "TRUE")]
    public async Task Every_write_says_whether_the_assignment_rule_runs(AutoAssign assign, string header)
    {
        _answer = request => request.Method == "PATCH" && request.Path.Contains("/Lead/", StringComparison.Ordinal) ? new(System.Net.HttpStatusCode.NoContent)
            : StubServer.Json("""{"id":"00Q5g00000AbCdEEAV","success":true,"errors":[]}""", 201);

        (await _client.CreateAsync("Lead", new FieldBag { { "LastName", "Ray" } }, assign, Cancel)).Value.Created.Should().BeTrue();
        (await _client.UpdateAsync("Lead", AnId, new FieldBag { { "LastName", "Ray" } }, assign, Cancel)).Value.Status.Should().Be("updated");

        Calls.Should().OnlyContain(call => call.AutoAssign == header);
    }

    [Fact]
    public async Task A_refused_row_is_an_outcome_and_names_the_field_or_the_other_row()
    {
        _answer = _ => StubServer.Json("""[{"message":"Last Name: data value too large","errorCode":"STRING_TOO_LONG","fields":["LastName"]}]""", 400);
        var tooLong = (await _client.CreateAsync("Lead", [], AutoAssign.False, Cancel)).Value;
        _answer = _ => StubServer.Json("""
            [{"errorCode":"DUPLICATES_DETECTED","message":"Use one of these records?","duplicateResult":{"allowSave":true,"matchResults":[{"matchRecords":[{"record":{"attributes":{"type":"Lead"},"Id":"00Q5g00000AbCdEEAV"}}]}]},"fields":[]}]
            """, 400);
        var duplicate = (await _client.CreateAsync("Lead", [], AutoAssign.False, Cancel)).Value;

        tooLong.Failure!.Value.Field.Should().Be("LastName");
        tooLong.Failure!.Value.Action.Should().Be(ErrorAction.QuarantineField);
        duplicate.Failure!.Value.RelatedIds.Should().Equal("00Q5g00000AbCdEEAV");
        duplicate.Failure!.Value.Action.Should().Be(ErrorAction.DuplicateDetected);
    }

    [Fact]
    public async Task A_collection_is_sorted_by_object_and_its_outcomes_come_back_in_our_order()
    {
        _answer = _ => StubServer.Json("""[{"id":"A","success":true,"errors":[]},{"success":false,"errors":[{"statusCode":"UNABLE_TO_LOCK_ROW","message":"m","fields":[]}]},{"id":"C","success":true,"errors":[]}]""");

        var outcomes = (await _client.UpdateManyAsync(
            [("Lead", AnId, new FieldBag { { "Title", "1" } }), ("Contact", AnId, new FieldBag { { "Title", "2" } }), ("Lead", AnId, new FieldBag { { "Title", "3" } })],
            allOrNone: false, AutoAssign.False, Cancel)).Value;

        outcomes.Select(outcome => (outcome.Index, outcome.Id)).Should().Equal((0, "A"), (1, "C"), (2, null));
        outcomes[2].Failure!.Value.Action.Should().Be(ErrorAction.LockRow);
        Calls.Single().Body.Should().StartWith("""{"allOrNone":false,"records":[{"attributes":{"type":"Lead"},"id":"00Q5g00000AbCdEEAV","Title":"1"},{"attributes":{"type":"Lead"}""");
    }

    [Fact]
    public async Task From_80_percent_of_the_orgs_day_on_only_a_probe_goes_out_each_quarter_of_an_hour()
    {
        _answer = _ =>
        {
            var answer = StubServer.Json("""{"totalSize":0,"done":true,"records":[]}""");
            answer.Headers.Add("Sforce-Limit-Info", "api-usage=80/100; per-app-api-usage=17/250(appName=x)");
            return answer;
        };
        await _client.QueryAsync("q", Cancel);

        (await _client.QueryAsync("q", Cancel)).Failure.Code.Should().Be(LocalCodes.SelfCap);
        _clock.Advance(TimeSpan.FromMinutes(15));
        (await _client.QueryAsync("q", Cancel)).IsSuccess.Should().BeTrue();
        (await _client.QueryAsync("q", Cancel)).Failure.Action.Should().Be(ErrorAction.QuotaExhausted);

        Calls.Should().HaveCount(2);
        (_client.LastApiUsage, _client.ApiLimit).Should().Be((80, 100));
    }

    [Fact]
    public void A_quote_in_a_literal_cannot_end_it() => SalesforceClient.Quote(@"O'Neil\").Should().Be(@"'O\'Neil\\'");

    private static string NewKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKeyPem();
    }
}
