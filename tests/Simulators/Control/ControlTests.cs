using System.Net;
using System.Text.Json;
using SfMarketo.Tests.Contract.Marketo;

namespace SfMarketo.Tests.Simulators.Control;

/// <summary>The control API's own manners: what it costs, whom it answers, how it refuses.</summary>
public sealed class ControlTests
{
    [Fact]
    public async Task It_costs_no_call_needs_no_token_and_leaves_no_line()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        marketo.Host.Http.DefaultRequestHeaders.Authorization = null;
        var lines = marketo.Host.Records.Calls.Count;

        var state = await marketo.DoAsync("GET", "/state");

        state.GetProperty("simulator").GetString().Should().Be("marketo");
        marketo.Host.Instance.UsageToday.Should().Be(0);
        marketo.Host.Records.Calls.Should().HaveCount(lines);
    }

    [Fact]
    public async Task The_list_names_every_call_of_the_design()
    {
        await using var marketo = await ControlledMarketo.StartAsync();

        var calls = (await marketo.DoAsync("GET", "")).GetProperty("calls").EnumerateObject().Select(call => call.Name);

        calls.Should().Contain(
        [
            "GET /__sim/state", "POST /__sim/reset", "POST /__sim/data", "GET /__sim/limits", "PUT /__sim/limits", "GET /__sim/clock", "POST /__sim/clock", "GET /__sim/faults",
            "POST /__sim/faults", "DELETE /__sim/faults", "DELETE /__sim/faults/{ID}", "GET /__sim/journal", "GET /__sim/usage", "POST /__sim/snapshot", "POST /__sim/restore",
            "GET /__sim/switches", "PUT /__sim/switches", "POST /__sim/actions/openEmail",
        ]);
    }

    [Theory]
    [InlineData("POST", "/faults", """{"match":{"nht":3},"effect":{"code":"606"}}""", 400, "match.nht", "unknown member 'nht'")]
    [InlineData("POST", "/faults", """{"match":{"nth":"3"},"effect":{"code":"606"}}""", 400, "match.nth", "nth must be a whole number without quotes, not \"3\"")]
    [InlineData("POST", "/faults", """{"effect":{"code":606}}""", 400, "effect.code", "code must be a text")]
    [InlineData("POST", "/faults", """{"effect":{"code":"9999"}}""", 400, "effect.code", "code '9999' is no code of marketo that can be answered to a call")]
    [InlineData("POST", "/faults", """{"effect":{"latency":"2"}}""", 400, "effect.latency", "latency '2' is no duration")]
    [InlineData("POST", "/faults", """{"effect":{"lostBefore":true,"latency":"2s"}}""", 400, "effect", "these effects do not go together")]
    [InlineData("POST", "/faults", """{"effect":{}}""", 400, "effect", "the effect is empty")]
    [InlineData("POST", "/faults", "{}", 400, "effect", "effect is missing")]
    [InlineData("POST", "/faults", """{"match":{"simulator":"hubspot"},"effect":{"code":"606"}}""", 400, "match.simulator", "there is no simulator 'hubspot'")]
    [InlineData("POST", "/faults", """{"effect":{"code":"606"},"effect":{"code":"607"}}""", 400, null, "the body is no JSON")]
    [InlineData("POST", "/faults", "[1]", 400, null, "the body must be an object, not a list")]
    [InlineData("POST", "/faults", "{", 400, "line 1, byte 2", "the body is no JSON")]
    [InlineData("GET", "/faults/none", null, 404, null, "there is no fault 'none'")]
    [InlineData("GET", "/nothing", null, 404, null, "there is no /__sim/nothing")]
    [InlineData("DELETE", "/state", null, 405, null, "DELETE does not work on /__sim/state")]
    [InlineData("GET", "/journal?form=1", null, 400, "form", "unknown parameter 'form'")]
    [InlineData("GET", "/journal?take=0", null, 400, "take", "take cannot be '0'")]
    [InlineData("PUT", "/limits", """{"callsPerWindow":0}""", 400, "callsPerWindow", "callsPerWindow cannot be 0")]
    [InlineData("PUT", "/limits", """{"windowKind":"jumping"}""", 400, "windowKind", "windowKind cannot be 'jumping'")]
    [InlineData("PUT", "/limits", """{"quotaResetZone":"Mars"}""", 400, "quotaResetZone", "quotaResetZone 'Mars' is no time zone")]
    [InlineData("POST", "/actions/addService", """{"clientId":"a","clientSecret":"b","user":"c@example.com","permissions":["Read Lead"]}""", 400, "permissions", "permissions has 'Read Lead', which is no permission")]
    [InlineData("POST", "/actions/removeService", """{"clientId":"a"}""", 400, "clientId", "clientId 'a' is no service's")]
    [InlineData("PUT", "/switches", """{"auth.queryTokn":"accept"}""", 400, "auth.queryTokn", "unknown member 'auth.queryTokn'")]
    [InlineData("PUT", "/switches", """{"auth.missingToken":"604"}""", 400, "auth.missingToken", "auth.missingToken cannot be '604'")]
    [InlineData("POST", "/clock", """{"advance":"PT1H"}""", 409, null, "this simulator's clock cannot be moved from here")]
    [InlineData("POST", "/reset", """{"data":"demo"}""", 409, null, "nobody here can fill this simulator")]
    [InlineData("POST", "/reset", """{"data":"full"}""", 400, "data", "data cannot be 'full'")]
    [InlineData("POST", "/restore", """{"id":"x"}""", 404, "id", "there is no snapshot 'x'")]
    [InlineData("POST", "/actions/score", """{"person":4711,"change":1}""", 400, "person", "person 4711 does not live")]
    [InlineData("POST", "/actions/create", """{"fields":{"shoeSize":44}}""", 400, null, "Marketo people have no field 'shoeSize'.")]
    [InlineData("POST", "/actions/openEmail", """{"person":"nobody@lovelace.example","email":"x"}""", 400, "person", "person is nobody's e-mail")]
    public async Task A_wrong_call_is_told_what_where_and_what_to_do(string method, string path, string? body, int status, string? where, string error)
    {
        await using var marketo = await ControlledMarketo.StartAsync();

        var (answered, answer) = await marketo.CallAsync(method, path, body);

        answer.GetProperty("error").GetString().Should().Be(error);
        answered.Should().Be(status);
        (answer.TryGetProperty("where", out var place) ? place.GetString() : null).Should().Be(where);
        answer.GetProperty("help").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_page_of_the_web_in_the_users_browser_is_refused()
    {
        await using var marketo = await ControlledMarketo.StartAsync();

        (await marketo.CallAsync("GET", "/state", origin: "https://evil.example")).Status.Should().Be(403);
        (await marketo.CallAsync("GET", "/state", origin: "http://localhost:8080")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Limits_change_for_the_calls_that_come()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.ReadAsync();
        await marketo.ReadAsync();

        await marketo.DoAsync("PUT", "/limits", """{"callsPerWindow":3}""");

        (await marketo.ReadAsync()).Should().Be("ok");
        (await marketo.ReadAsync()).Should().Be("606");
        var usage = await marketo.DoAsync("GET", "/usage");
        usage.GetProperty("codes").GetProperty("606").GetInt32().Should().Be(1);
        usage.GetProperty("peakCallsInWindow").GetInt32().Should().BeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Every_limit_that_can_be_read_can_be_set_to_what_was_read()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        var limits = await marketo.DoAsync("GET", "/limits");

        (await marketo.DoAsync("PUT", "/limits", limits.ToString())).ToString().Should().Be(limits.ToString());
        await marketo.DoAsync("PUT", "/limits", """{"windowKind":"fixed","quotaResetZone":"UTC-06","bodyBytes":10,"uriCharacters":130,"tokenSeconds":60,"countRejected":"none-count"}""");

        marketo.Host.Instance.GetSwitch("rate.window").Should().Be("fixed");
        (marketo.Host.Instance.GetSwitch("quota.resetZone"), marketo.Host.Instance.GetSwitch("limits.countRejected")).Should().Be(("UTC-06", "none-count"));
        (await marketo.Host.Http.GetAsync("/rest/v1/leads.json?filterType=id&filterValues=" + new string('1', 100), TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.RequestUriTooLong);
        (await marketo.Host.Http.PostAsync("/rest/v1/leads.json", new StringContent("12345678901"), TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        await marketo.DoAsync("POST", "/actions/expireTokens");
        (await marketo.Host.GetAsync(marketo.Host.Identity)).GetProperty("expires_in").GetInt32().Should().Be(60);
    }

    [Fact]
    public async Task Batch_sizes_and_job_queues_are_limits_too()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("PUT", "/limits", """{"batchRecords":1,"exportJobs":1,"importJobs":1}""");
        var job = """{"fields":["id"],"filter":{"createdAt":{"startAt":"2026-03-01T00:00:00Z","endAt":"2026-03-02T00:00:00Z"}}}""";
        List<string> codes = [];
        foreach (var number in Enumerable.Range(0, 2))
        {
            var id = (await marketo.Host.PostAsync("/bulk/v1/leads/export/create.json", job)).GetProperty("result")[0].GetProperty("exportId").GetString();
            codes.Add(Code(await marketo.Host.PostAsync($"/bulk/v1/leads/export/{id}/enqueue.json", "")));
            codes.Add(Code(await marketo.Host.ImportAsync("/bulk/v1/leads.json?format=csv", $"email\na{number}@example.invalid\n")));
        }

        codes.Should().Equal("ok", "ok", "1029", "1016");
        Code(await marketo.Host.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid"},{"email":"b@example.invalid"}]}""")).Should().Be("1003");
    }

    [Fact]
    public async Task A_switch_changes_the_answer()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        marketo.Host.Http.DefaultRequestHeaders.Authorization = null;

        var strict = await marketo.ReadAsync();
        await marketo.DoAsync("PUT", "/switches", """{"auth.missingToken":"600"}""");

        (strict, await marketo.ReadAsync()).Should().Be(("603", "600"));
    }

    [Fact]
    public async Task The_journal_is_read_page_by_page_with_its_own_members()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        for (var call = 0; call < 5; call++)
        {
            await marketo.ReadAsync();
        }

        var first = await marketo.DoAsync("GET", "/journal?path=/rest/*&take=2");
        var second = await marketo.DoAsync("GET", $"/journal?path=/rest/*&take=10&after={first.GetProperty("after").GetInt64()}");

        first.GetProperty("lines").GetArrayLength().Should().Be(2);
        second.GetProperty("lines").GetArrayLength().Should().Be(3);
        first.GetProperty("lines")[0].EnumerateObject().Select(member => member.Name).Should().Equal(
            "seq", "sim", "call", "at", "doneAt", "client", "method", "path", "query", "status", "codes", "records", "bytesIn", "bytesOut", "fault");
    }

    [Fact]
    public async Task A_snapshot_brings_back_what_was_there()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        var person = await ActAsync(marketo, "create", """{"fields":{"email":"ada@lovelace.example"}}""", "id");
        await marketo.DoAsync("POST", "/snapshot", """{"id":"before"}""");
        await ActAsync(marketo, "delete", $$"""{"person":{{person}}}""", "id");
        marketo.Host.Instance.LiveCount.Should().Be(0);

        await marketo.DoAsync("POST", "/restore", """{"id":"before"}""");

        marketo.Host.Instance.FindPeople("email", "ada@lovelace.example").Should().Equal(person);
    }

    private static string Code(JsonElement answer) => answer.GetProperty("success").GetBoolean() ? "ok" : answer.GetProperty("errors")[0].GetProperty("code").GetString()!;

    private static async Task<int> ActAsync(ControlledMarketo marketo, string action, string body, string member)
    {
        JsonElement answer = await marketo.DoAsync("POST", "/actions/" + action, body);
        return answer.GetProperty(member).GetInt32();
    }
}
