using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Program members")]
public sealed class ProgramMemberTests
{
    private const string Members = "/rest/v1/programs/1044/members";

    [Fact]
    [Proves("POST /rest/v1/programs/{programId}/members/status.json", "statusName", "input", "input.leadId")]
    [Proves("code 1037")]
    public async Task A_status_creates_and_moves_forward_and_is_skipped_1037_at_or_past_the_step()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");

        (await SetAsync(marketo, "Registered", ids[0])).ToString().Should().Be($$"""{"seq":0,"status":"created","leadId":{{ids[0]}}}""");
        (await SetAsync(marketo, "Attended", ids[0])).Text("status").Should().Be("updated");
        var same = await SetAsync(marketo, "Attended", ids[0]);
        var back = await SetAsync(marketo, "Invited", ids[0]);

        same.ToString().Should().Be("""{"seq":0,"status":"skipped","reasons":[{"code":"1037","message":"Lead skipped because it is already in or past this status"}]}""");
        back.ShouldBeSkipped("1037");
        var member = (await marketo.GetAsync(Members + $".json?filterType=leadId&filterValues={ids[0]},{ids[1]}&fields=leadId,statusName,reachedSuccess")).Result().Single();
        (member.GetProperty("leadId").GetInt32(), member.Text("statusName"), member.GetProperty("reachedSuccess").GetBoolean()).Should().Be((ids[0], "Attended", true));
        (await marketo.FeedAsync("104", ids[0])).Select(row => EngagementTests.Attribute(row, "New Status")).Should().Equal("Registered", "Attended");
    }

    [Fact]
    [Proves("POST /rest/v1/programs/{programId}/members/status.json", "statusName", "input", "input.leadId")]
    [Proves("code 1002")]
    [Proves("code 1004")]
    [Proves("code 1013")]
    [Proves("code 1025")]
    public async Task An_unknown_person_fails_alone_and_an_unknown_status_or_program_the_call()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var results = (await marketo.PostAsync(Members + "/status.json", $$"""{"input":[{"leadId":5},{"leadId":{{id}}}],"statusName":"Invited"}""")).Result().ToArray();

        results[0].ShouldBeSkipped("1004");
        results[1].Text("status").Should().Be("created");
        (await marketo.PostAsync(Members + "/status.json", $$"""{"statusName":"Nonsense","input":[{"leadId":{{id}}}]}""")).ShouldFail("1025", "Program status not found");
        (await marketo.PostAsync("/rest/v1/programs/7/members/status.json", $$"""{"statusName":"Invited","input":[{"leadId":{{id}}}]}""")).ShouldFail("1013");
        (await marketo.PostAsync(Members + "/status.json", $$"""{"input":[{"leadId":{{id}}}]}""")).ShouldFail("1002");
    }

    [Fact]
    [Proves("POST /rest/v1/programs/{programId}/members/delete.json", "input", "input.leadId")]
    [Proves("code 1037")]
    public async Task A_delete_ends_the_membership_once()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await SetAsync(marketo, "Invited", id);
        var body = $$"""{"input":[{"leadId":{{id}}}]}""";

        (await marketo.PostAsync(Members + "/delete.json", body)).Result().Single().Text("status").Should().Be("deleted");
        (await marketo.PostAsync(Members + "/delete.json", body)).Result().Single().ShouldBeSkipped("1037", "Lead not in program");
        (await FindAsync(marketo, $"filterType=leadId&filterValues={id}")).Should().BeEmpty();
    }

    [Fact]
    [Proves("GET /rest/v1/programs/{programId}/members.json", "filterType", "filterValues", "startAt", "endAt", "batchSize")]
    [SimulatorOnly]
    public async Task Members_are_found_by_person_status_success_and_date()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");
        await SetAsync(marketo, "Invited", ids[0]);
        await SetAsync(marketo, "Invited", ids[1]);
        marketo.Time.Advance(TimeSpan.FromMinutes(30));
        await SetAsync(marketo, "Attended", ids[1]);

        (await FindAsync(marketo, $"filterType=leadId&filterValues={ids[0]},{ids[2]}")).Should().Equal(ids[0]);
        (await FindAsync(marketo, "filterType=statusName&filterValues=Attended")).Should().Equal(ids[1]);
        (await FindAsync(marketo, "filterType=reachedSuccess&filterValues=false")).Should().Equal(ids[0]);
        (await FindAsync(marketo, "filterType=updatedAt&startAt=2026-03-02T12:15:00Z&endAt=2026-03-03T00:00:00Z")).Should().Equal(ids[1]);
        (await FindAsync(marketo, "filterType=statusName&filterValues=Invited,Attended&batchSize=1")).Should().Equal(ids[0]);
        var member = (await marketo.GetAsync(Members + $".json?filterType=leadId&filterValues={ids[1]}")).Result().Single();
        member.ToString().Should().Be($$"""{"seq":0,"acquiredBy":false,"leadId":{{ids[1]}},"membershipDate":"2026-03-02T12:00:00Z","programId":1044,"reachedSuccess":true}""");
    }

    [Fact]
    [Proves("GET /rest/v1/programs/{programId}/members.json", "batchSize", "nextPageToken")]
    public async Task Members_are_paged_by_a_token()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");
        foreach (var id in ids)
        {
            await SetAsync(marketo, "Invited", id);
        }

        var query = $"filterType=leadId&filterValues={string.Join(',', ids)}";
        var first = await marketo.GetAsync($"{Members}.json?{query}&batchSize=2");

        first.Result().Select(member => member.GetProperty("leadId").GetInt32()).Should().Equal(ids[0], ids[1]);
        (await FindAsync(marketo, $"{query}&batchSize=2&nextPageToken={Uri.EscapeDataString(first.Text("nextPageToken")!)}")).Should().Equal(ids[2]);
    }

    [Theory]
    [InlineData("filterType=updatedAt&startAt=2026-03-02T00:00:00Z&endAt=2026-03-09T00:00:01Z", "1003")]
    [InlineData("filterType=membershipDate&filterValues=x", "1011")]
    [InlineData("filterType=leadId", "1002")]
    [InlineData("filterType=leadId&filterValues=1&fields=nonsense", "1006")]
    [Proves("GET /rest/v1/programs/{programId}/members.json", "filterType", "startAt", "endAt", "filterValues", "fields")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1006")]
    [Proves("code 1011")]
    public async Task A_bad_filter_fails_the_call(string query, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.GetAsync($"{Members}.json?{query}")).ShouldFail(code);
    }

    [Fact]
    [Proves("GET /rest/v1/programs/{programId}/members.json", "filterType", "filterValues")]
    [Proves("code 1003")]
    [SimulatorOnly]
    public async Task More_than_100000_members_are_refused_unless_asked_by_person()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        marketo.Instance.Recorder.Remove(marketo.Records);
        for (var number = 0; number < 100_001; number++)
        {
            marketo.Instance.SetProgramStatus(AssetExamples.Webinar, marketo.Instance.CreatePerson([], "seed"), "Invited", "seed");
        }

        (await marketo.GetAsync($"{Members}.json?filterType=statusName&filterValues=Invited")).ShouldFail(
            "1003", "Matching membership size: 100,001 exceeds the limit allowed (100,000) for this api");
        (await FindAsync(marketo, "filterType=leadId&filterValues=1001")).Should().Equal(1001);
    }

    [Fact]
    [Proves("GET /rest/v1/programs/members/describe.json")]
    [Proves("GET /rest/v1/program/members/describe.json")]
    public async Task Describe_names_the_dedupe_fields()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var described = (await marketo.GetAsync("/rest/v1/programs/members/describe.json")).Result().Single();

        var older = (await marketo.GetAsync("/rest/v1/program/members/describe.json")).Result().Single();
        older.GetProperty("fields").ToString().Should().Be(described.GetProperty("fields").ToString());
        older.TryGetProperty("dedupeFields", out _).Should().BeFalse();
        described.GetProperty("dedupeFields").ToString().Should().Be("""["leadId","programId"]""");
    }

    private static async Task<System.Text.Json.JsonElement> SetAsync(MarketoHost marketo, string status, int id) =>
        (await marketo.PostAsync(Members + "/status.json", $$"""{"statusName":"{{status}}","input":[{"leadId":{{id}}}]}""")).Result().Single();

    private static async Task<int[]> FindAsync(MarketoHost marketo, string query) =>
        [.. (await marketo.GetAsync($"{Members}.json?{query}")).Result().Select(member => member.GetProperty("leadId").GetInt32())];
}
