using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Activities;

[Source("Marketo REST API, Activities: add custom activities")]
public sealed class ExternalActivityTests
{
    private const string Name = "simGameAdded";
    private const string Path = "/rest/v1/activities/external.json";

    [Fact]
    [Proves("POST /rest/v1/activities/external.json", "input", "input.activityDate", "input.activityTypeId", "input.attributes", "input.leadId", "input.primaryAttributeValue")]
    public async Task An_added_activity_shows_in_the_feed_with_its_own_date_and_typed_values()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var lead = (await marketo.CreateAsync("a@example.invalid"))[0];
        var type = await CustomTypes.ApprovedAsync(marketo, Name);

        var added = (await marketo.PostAsync(Path, Input($$"""
            {"leadId":{{lead}},"activityDate":"2026-03-01T18:56:35+07:00","activityTypeId":{{type}},"primaryAttributeValue":"Chess","attributes":[
             {"apiName":"uRL","value":"https://example.invalid/"},{"name":"Score","value":70000},{"apiName":"won","value":true},{"apiName":"price","value":1604.47},{"apiName":"playedOn","value":"2026-03-01"}]}
            """))).Result().Single();
        var row = (await FeedAsync(marketo, type)).Single();
        await CustomTypes.DoAsync(marketo, Name, "delete");

        added.ToString().Should().MatchRegex("""^\{"id":(\d+),"marketoGUID":"\1","status":"added"}$""");
        (row.Text("marketoGUID"), row.Text("activityDate"), row.GetProperty("leadId").GetInt32(), row.Text("primaryAttributeValue"))
            .Should().Be((added.Text("marketoGUID"), "2026-03-01T11:56:35Z", lead, "Chess"));
        row.GetProperty("attributes").ToString().Should().Be("""
            [{"name":"URL","value":"https://example.invalid/"},{"name":"Score","value":70000},{"name":"Won","value":true},{"name":"Price","value":1604.47},{"name":"Played On","value":"2026-03-01"}]
            """);
    }

    [Fact]
    [Proves("POST /rest/v1/activities/external.json", "input")]
    public async Task The_same_activity_sent_again_is_another_one()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var lead = (await marketo.CreateAsync("a@example.invalid"))[0];
        var type = await CustomTypes.ApprovedAsync(marketo, Name);
        var record = Record(lead, type);

        var ids = (await marketo.PostAsync(Path, Input(record, record))).Result().Concat((await marketo.PostAsync(Path, Input(record))).Result()).Select(result => result.Id()).ToList();
        await CustomTypes.DoAsync(marketo, Name, "delete");

        ids.Should().HaveCount(3).And.OnlyHaveUniqueItems();
    }

    [Fact]
    [Proves("POST /rest/v1/activities/external.json", "input", "input.leadId")]
    [Proves("code 1004")]
    public async Task An_unknown_lead_fails_its_record_alone_in_errors_not_in_reasons()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var lead = (await marketo.CreateAsync("a@example.invalid"))[0];
        var type = await CustomTypes.ApprovedAsync(marketo, Name);

        var results = (await marketo.PostAsync(Path, Input(Record(999_999_999, type), Record(lead, type)))).Result().ToArray();
        await CustomTypes.DoAsync(marketo, Name, "delete");

        results[0].ToString().Should().Be("""{"status":"skipped","errors":[{"code":"1004","message":"Lead not found"}]}""");
        results[1].Text("status").Should().Be("added");
    }

    [Fact]
    [Proves("POST /rest/v1/activities/external.json", "input", "input.attributes")]
    [Proves("code 1049")]
    public async Task Attributes_of_over_65536_bytes_are_refused()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var lead = (await marketo.CreateAsync("a@example.invalid"))[0];
        var type = await CustomTypes.ApprovedAsync(marketo, Name);

        var result = (await marketo.PostAsync(Path, Input(Record(lead, type, $$"""[{"apiName":"uRL","value":"{{new string('x', 65_536)}}"}]""")))).Result().Single();
        await CustomTypes.DoAsync(marketo, Name, "delete");

        Code(result).Should().Be("1049");
    }

    [Theory]
    [InlineData("""{"activityDate":"2026-03-01T00:00:00Z","activityTypeId":TYPE,"primaryAttributeValue":"x"}""", "1002")]
    [InlineData("""{"leadId":LEAD,"activityTypeId":TYPE,"primaryAttributeValue":"x"}""", "1002")]
    [InlineData("""{"leadId":LEAD,"activityDate":"2026-03-01T00:00:00Z","primaryAttributeValue":"x"}""", "1002")]
    [InlineData("""{"leadId":LEAD,"activityDate":"2026-03-01T00:00:00Z","activityTypeId":TYPE}""", "1002")]
    [InlineData("""{"leadId":"Ann","activityDate":"2026-03-01T00:00:00Z","activityTypeId":TYPE,"primaryAttributeValue":"x"}""", "1001")]
    [InlineData("""{"leadId":LEAD,"activityDate":"yesterday","activityTypeId":TYPE,"primaryAttributeValue":"x"}""", "1001")]
    [InlineData("""{"leadId":LEAD,"activityDate":"2026-03-01T00:00:00Z","activityTypeId":12,"primaryAttributeValue":"x"}""", "1003")]
    [InlineData("""{"leadId":LEAD,"activityDate":"2026-03-01T00:00:00Z","activityTypeId":TYPE,"primaryAttributeValue":"x","attributes":[{"apiName":"colour","value":"red"}]}""", "1006")]
    [InlineData("""{"leadId":LEAD,"activityDate":"2026-03-01T00:00:00Z","activityTypeId":TYPE,"primaryAttributeValue":"x","attributes":[{"apiName":"score","value":"much"}]}""", "1001")]
    [InlineData("""{"leadId":LEAD,"activityDate":"2026-03-01T00:00:00Z","activityTypeId":TYPE,"primaryAttributeValue":"x","attributes":[{"apiName":"score"}]}""", "1002")]
    [InlineData("""{"leadId":LEAD,"activityDate":"2026-03-01T00:00:00Z","activityTypeId":TYPE,"primaryAttributeValue":"x","attributes":{}}""", "1001")]
    [Proves("POST /rest/v1/activities/external.json", "input", "input.activityDate", "input.activityTypeId", "input.attributes", "input.leadId", "input.primaryAttributeValue")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1006")]
    [Unverified]
    public async Task A_bad_record_is_skipped(string record, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var lead = (await marketo.CreateAsync("a@example.invalid"))[0];
        var type = await CustomTypes.ApprovedAsync(marketo, Name);

        var result = (await marketo.PostAsync(Path, Input(record.Replace("LEAD", $"{lead}", StringComparison.Ordinal).Replace("TYPE", $"{type}", StringComparison.Ordinal)))).Result().Single();
        await CustomTypes.DoAsync(marketo, Name, "delete");

        Code(result).Should().Be(code, "the record is {0}", result);
    }

    [Fact]
    [Proves("POST /rest/v1/activities/external.json", "input.activityTypeId")]
    [Proves("code 1003")]
    [Unverified]
    public async Task A_draft_takes_no_activities()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var lead = (await marketo.CreateAsync("a@example.invalid"))[0];
        var type = (await CustomTypes.CreateAsync(marketo, Name)).Result().Single().Id();

        var result = (await marketo.PostAsync(Path, Input(Record(lead, type)))).Result().Single();
        await CustomTypes.DoAsync(marketo, Name, "delete");

        Code(result).Should().Be("1003");
    }

    [Theory]
    [InlineData("{}", "1002")]
    [InlineData("""{"input":[]}""", "1002")]
    [InlineData("""{"input":[7]}""", "609")]
    [InlineData("""{"input":[{"leadId":1}""", "609")]
    [Proves("POST /rest/v1/activities/external.json", "input")]
    [Proves("code 609")]
    [Proves("code 1002")]
    public async Task A_body_without_records_fails_the_call(string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.PostAsync(Path, body)).ShouldFail(code);
    }

    [Fact]
    [Proves("POST /rest/v1/activities/external.json", "input")]
    [Proves("code 1003")]
    public async Task At_most_300_are_taken_at_once()
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.PostAsync(Path, Input([.. Enumerable.Repeat(Record(1, 1), 301)]))).ShouldFail("1003");
    }

    [Fact]
    [Proves("POST /rest/v1/activities/external/type/{apiName}/attributes/delete.json", "attributes")]
    [Unverified]
    public async Task Activities_keep_the_values_of_attributes_that_their_type_loses()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var lead = (await marketo.CreateAsync("a@example.invalid"))[0];
        var type = await CustomTypes.ApprovedAsync(marketo, Name);
        await marketo.PostAsync(Path, Input(Record(lead, type, """[{"apiName":"score","value":7},{"apiName":"won","value":false}]""")));

        await CustomTypes.DoAsync(marketo, Name, "attributes/delete", """{"attributes":[{"apiName":"score"}]}""");
        await CustomTypes.DoAsync(marketo, Name, "approve");
        var refused = (await marketo.PostAsync(Path, Input(Record(lead, type, """[{"apiName":"score","value":7}]""")))).Result().Single();
        var row = (await FeedAsync(marketo, type)).Single();
        await CustomTypes.DoAsync(marketo, Name, "delete");

        Code(refused).Should().Be("1006");
        row.GetProperty("attributes").ToString().Should().Be("""[{"name":"Score","value":7},{"name":"Won","value":false}]""");
    }

    [Fact]
    [SimulatorOnly]
    public async Task A_date_ahead_does_not_hide_the_rows_before_it_from_a_date_token()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var lead = (await marketo.CreateAsync("a@example.invalid"))[0];
        var type = await CustomTypes.ApprovedAsync(marketo, Name);
        await marketo.PostAsync(Path, Input(Record(lead, type).Replace("2026-03-01", "2031-01-01", StringComparison.Ordinal)));
        marketo.Time.Advance(TimeSpan.FromMinutes(1));
        var later = (await marketo.CreateAsync("b@example.invalid"))[0];

        var token = (await marketo.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=2026-03-02T12:01:00Z")).Text("nextPageToken")!;
        var rows = (await marketo.GetAsync($"/rest/v1/activities.json?activityTypeIds=12,{type}&nextPageToken={token}")).Result();

        rows.Should().ContainSingle().Which.GetProperty("leadId").GetInt32().Should().Be(later);
    }

    private static string Input(params string[] records) => $$"""{"input":[{{string.Join(',', records)}}]}""";

    private static string Record(int lead, int type, string attributes = "[]") =>
        $$"""{"leadId":{{lead}},"activityDate":"2026-03-01T00:00:00Z","activityTypeId":{{type}},"primaryAttributeValue":"Chess","attributes":{{attributes}}}""";

    private static string? Code(JsonElement result)
    {
        result.Text("status").Should().Be("skipped");
        result.TryGetProperty("reasons", out _).Should().BeFalse();
        return result.GetProperty("errors")[0].Text("code");
    }

    private static async Task<JsonElement[]> FeedAsync(MarketoHost marketo, int type)
    {
        var token = (await marketo.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=2026-02-28T00:00:00Z")).Text("nextPageToken")!;
        return [.. (await marketo.GetAsync($"/rest/v1/activities.json?activityTypeIds={type}&nextPageToken={Uri.EscapeDataString(token)}")).Result()];
    }
}
