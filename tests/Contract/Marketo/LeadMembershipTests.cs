using SfMarketo.MarketoSim.Programs;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Leads (program and smart campaign membership)")]
public sealed class LeadMembershipTests
{
    private const string ByProgram = "/rest/v1/leads/programs/1044.json";
    private const string Status = "/rest/v1/leads/programs/1044/status.json";

    [Fact]
    [Proves("GET /rest/v1/leads/programs/{programId}.json", "fields", "batchSize", "nextPageToken")]
    [Proves("code 1013")]
    public async Task Leads_of_a_program_come_in_pages_with_their_membership()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");
        await EnrolAsync(marketo, "Attended", ids);

        var first = await marketo.GetAsync(ByProgram + "?fields=email&batchSize=2");
        var second = await marketo.GetAsync(ByProgram + "?fields=email&batchSize=2&nextPageToken=" + Uri.EscapeDataString(first.Text("nextPageToken")!));

        first.Result().Select(lead => lead.Id()).Should().Equal(ids[0], ids[1]);
        var last = second.Result().Should().ContainSingle().Subject;
        second.TryGetProperty("nextPageToken", out _).Should().BeFalse();
        last.ToString().Should().MatchRegex(
            $$$"""^\{"id":{{{ids[2]}}},"email":"c@example.invalid","membership":\{"progressionStatus":"Attended","isExhausted":false,"acquiredBy":false,"reachedSuccess":true,"membershipDate":"[^"]+Z","updatedAt":"[^"]+Z"}}$""");
        (await marketo.GetAsync("/rest/v1/leads/programs/9.json")).ShouldFail("1013");
        (await marketo.GetAsync(ByProgram + "?fields=nonsense")).ShouldFail("1006");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/programs/{programId}/status.json", "input", "input.id", "status")]
    public async Task The_older_status_call_moves_members()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await EnrolAsync(marketo, "Invited", id);

        (await marketo.PostAsync(Status, $$"""{"status":"Registered","input":[{"id":{{id}}}]}""")).Result().Single().ToString().Should().Be($$"""{"id":{{id}},"status":"Registered"}""");

        (await marketo.GetAsync($"/rest/v1/leads/{id}/programMembership.json")).Result().Single().Text("progressionStatus").Should().Be("Registered");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/programs/{programId}/status.json", "input", "input.id", "status")]
    [Proves("code 1025")]
    [Proves("code 1037")]
    [Proves("code 1004")]
    [Unverified("answer.override")]
    public async Task The_older_status_call_leaves_out_who_is_no_member()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");
        await EnrolAsync(marketo, "Invited", ids[0]);
        await EnrolAsync(marketo, "Attended", ids[1]);

        var results = (await marketo.PostAsync(Status, $$"""{"status":"Registered","input":[{"id":{{ids[0]}}},{"id":{{ids[1]}}},{"id":{{ids[2]}}},{"id":5}]}""")).Result().ToArray();

        results[0].ToString().Should().Be($$"""{"id":{{ids[0]}},"status":"Registered"}""");
        results.Skip(1).Select(result => result.GetProperty("reasons")[0].Text("code")).Should().Equal("1037", "1013", "1004");
        (await marketo.PostAsync(Status, $$"""{"status":"Nonsense","input":[{"id":{{ids[0]}}}]}""")).ShouldFail("1025", "Program status not found");
        (await marketo.PostAsync(Status, $$"""{"input":[{"id":{{ids[0]}}}]}""")).ShouldFail("1002");
        (await marketo.PostAsync(Status, """{"status":"Registered","input":[]}""")).ShouldFail("1002");
        (await marketo.PostAsync("/rest/v1/leads/programs/9/status.json", $$"""{"status":"Registered","input":[{"id":{{ids[0]}}}]}""")).ShouldFail("1013");
    }

    [Fact]
    [Proves("GET /rest/v1/leads/{leadId}/programMembership.json", "earliestUpdatedAt", "latestUpdatedAt", "batchSize", "nextPageToken")]
    [SimulatorOnly]
    public async Task Program_memberships_are_bounded_by_date_and_come_in_pages()
    {
        var options = AssetExamples.Options;
        await using var marketo = await MarketoHost.StartAsync(options with { Programs = [.. options.Programs, new MarketoProgram(1099, "Winter Webinar", "Webinar")] });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await EnrolAsync(marketo, "Invited", id);
        marketo.Time.Advance(TimeSpan.FromHours(1.0001));
        await marketo.SignInAsync();
        await marketo.PostAsync("/rest/v1/programs/1099/members/status.json", $$"""{"statusName":"Invited","input":[{"leadId":{{id}}}]}""");
        var path = $"/rest/v1/leads/{id}/programMembership.json";

        (await IdsAsync(marketo, path + "?earliestUpdatedAt=2026-03-02T13:00:00Z")).Should().Equal(1099);
        (await IdsAsync(marketo, path + "?latestUpdatedAt=2026-03-02T12:00:00Z")).Should().Equal(1044);
        (await IdsAsync(marketo, path + "?latestUpdatedAt=2026-03-02T13:00:00Z")).Should().Equal([1044, 1099], "a whole second is meant");
        (await IdsAsync(marketo, path + "?earliestUpdatedAt=2026-03-02T12:00:01Z&latestUpdatedAt=2026-03-02T12:30:00Z")).Should().BeEmpty();
        (await marketo.GetAsync(path + "?earliestUpdatedAt=yesterday")).ShouldFail("704");
        var page = await marketo.GetAsync(path + "?batchSize=1");
        page.GetProperty("moreResult").GetBoolean().Should().BeTrue();
        (await IdsAsync(marketo, path + "?batchSize=1&nextPageToken=" + Uri.EscapeDataString(page.Text("nextPageToken")!))).Should().Equal(1099);
    }

    [Fact]
    [Proves("GET /rest/v1/leads/{leadId}/smartCampaignMembership.json")]
    [Proves("code 1004")]
    public async Task Smart_campaigns_that_a_lead_ran_through_are_listed()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await RequestAsync(marketo, ids[0]);

        (await marketo.GetAsync($"/rest/v1/leads/{ids[0]}/smartCampaignMembership.json")).Result().Single().ToString().Should()
            .MatchRegex($$"""^\{"smartCampaignId":{{AssetExamples.Suppression}},"createdAt":"[^"]+Z","updatedAt":"[^"]+Z"}$""");
        (await marketo.GetAsync($"/rest/v1/leads/{ids[1]}/smartCampaignMembership.json")).Result().Should().BeEmpty();
        (await marketo.GetAsync("/rest/v1/leads/5/smartCampaignMembership.json")).ShouldFail("1004");
    }

    [Fact]
    [Proves("GET /rest/v1/leads/{leadId}/smartCampaignMembership.json", "earliestUpdatedAt", "latestUpdatedAt", "batchSize", "nextPageToken")]
    [SimulatorOnly]
    public async Task Smart_campaign_memberships_are_bounded_by_date_come_in_pages_and_survive_merge_and_fork()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await RequestAsync(marketo, ids[1]);
        marketo.Instance.RunCampaign(3713, [ids[1]]);
        marketo.Time.Advance(TimeSpan.FromHours(1));
        marketo.Instance.RunCampaign(3713, [ids[1]]);
        await marketo.SignInAsync();
        await marketo.PostAsync($"/rest/v1/leads/{ids[0]}/merge.json?leadId={ids[1]}", "");
        marketo.Instance.Reset(marketo.Instance.Fork(marketo.Time));
        await marketo.SignInAsync();
        var path = $"/rest/v1/leads/{ids[0]}/smartCampaignMembership.json";

        (await CampaignsAsync(marketo, path)).Should().Equal(3712, 3713);
        (await CampaignsAsync(marketo, path + "?earliestUpdatedAt=2026-03-02T12:30:00Z")).Should().Equal(3713);
        (await CampaignsAsync(marketo, path + "?latestUpdatedAt=2026-03-02T12:30:00Z")).Should().Equal(3712);
        var page = await marketo.GetAsync(path + "?batchSize=1");
        page.GetProperty("moreResult").GetBoolean().Should().BeTrue();
        (await CampaignsAsync(marketo, path + "?batchSize=1&nextPageToken=" + Uri.EscapeDataString(page.Text("nextPageToken")!))).Should().Equal(3713);
    }

    [Fact]
    [Proves("GET /rest/v1/leads/{leadId}/listMembership.json", "batchSize", "nextPageToken")]
    public async Task List_memberships_come_in_pages()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync($"/rest/v1/lists/{AssetExamples.List}/leads.json?id={id}", "");
        await marketo.PostAsync($"/rest/v1/lists/3380/leads.json?id={id}", "");
        var path = $"/rest/v1/leads/{id}/listMembership.json?batchSize=1";

        var first = await marketo.GetAsync(path);
        var second = await marketo.GetAsync(path + "&nextPageToken=" + Uri.EscapeDataString(first.Text("nextPageToken")!));

        (first.GetProperty("moreResult").GetBoolean(), second.GetProperty("moreResult").GetBoolean()).Should().Be((true, false));
        (first.Result().Single().GetProperty("listId").GetInt32(), second.Result().Single().GetProperty("listId").GetInt32()).Should().Be((AssetExamples.List, 3380));
    }

    private static Task<System.Text.Json.JsonElement> EnrolAsync(MarketoHost marketo, string status, params int[] ids) => marketo.PostAsync(
        "/rest/v1/programs/1044/members/status.json",
        $$"""{"statusName":"{{status}}","input":[{{string.Join(',', ids.Select(id => $$"""{"leadId":{{id}}}"""))}}]}""");

    private static Task<System.Text.Json.JsonElement> RequestAsync(MarketoHost marketo, int id) =>
        marketo.PostAsync($"/rest/v1/campaigns/{AssetExamples.Suppression}/trigger.json", $$$"""{"input":{"leads":[{"id":{{{id}}}}]}}""");

    private static async Task<int[]> IdsAsync(MarketoHost marketo, string path) => [.. (await marketo.GetAsync(path)).Result().Select(row => row.Id())];

    private static async Task<int[]> CampaignsAsync(MarketoHost marketo, string path) => [.. (await marketo.GetAsync(path)).Result().Select(row => row.GetProperty("smartCampaignId").GetInt32())];
}
