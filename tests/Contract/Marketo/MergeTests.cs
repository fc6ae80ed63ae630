using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Leads (merge)")]
public sealed class MergeTests
{
    [Fact]
    [Proves("POST /rest/v1/leads/{leadId}/merge.json", "leadIds")]
    [Proves("code 1004")]
    public async Task The_winner_keeps_its_values_takes_what_it_lacks_and_all_memberships()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");
        await marketo.PostAsync("/rest/v1/leads.json", $$"""
            {"action":"updateOnly","lookupField":"id","input":[{"id":{{ids[0]}},"title":"CTO"},{"id":{{ids[1]}},"title":"CEO","city":"Graz"},{"id":{{ids[2]}},"city":"Wels","country":"Austria"}]}
            """);
        await AddToListAsync(marketo, ids[1]);
        await EnrolAsync(marketo, ids[2], "Invited");

        var answer = await MergeAsync(marketo, ids[0], $"leadIds={ids[1]},{ids[2]}");

        answer.GetProperty("success").GetBoolean().Should().BeTrue();
        answer.TryGetProperty("result", out _).Should().BeFalse();
        var winner = await marketo.PersonAsync(ids[0], "email,title,city,country");
        (winner.Text("email"), winner.Text("title"), winner.Text("city"), winner.Text("country")).Should().Be(("a@example.invalid", "CTO", "Graz", "Austria"));
        (await marketo.GetAsync($"/rest/v1/lists/{AssetExamples.List}/leads.json")).Result().Select(person => person.Id()).Should().Equal(ids[0]);
        (await marketo.GetAsync($"/rest/v1/programs/{AssetExamples.Webinar}/members.json?filterType=statusName&filterValues=Invited")).Result().Single().GetProperty("leadId").GetInt32().Should().Be(ids[0]);
        EngagementTests.Attribute((await marketo.FeedAsync("32", ids[0])).Single(), "Merge IDs").Should().Be($"{ids[1]},{ids[2]}");
        (await marketo.GetAsync($"/rest/v1/lead/{ids[1]}.json")).ShouldFail("1004");
        var token = (await marketo.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=2026-01-01T00:00:00Z")).Text("nextPageToken")!;
        (await marketo.GetAsync($"/rest/v1/activities/deletedleads.json?nextPageToken={Uri.EscapeDataString(token)}")).Result()
            .Select(deleted => deleted.GetProperty("leadId").GetInt32()).Should().Contain([ids[1], ids[2]]);
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    [Proves("POST /rest/v1/leads/{leadId}/merge.json", "leadIds")]
    [Proves("code 1080")]
    public async Task A_merge_takes_25_losers(int losers, bool taken)
    {
        await using var marketo = await MarketoHost.StartAsync();
        string[] emails = [.. Enumerable.Range(0, losers + 1).Select(number => $"p{number}@example.invalid")];
        var ids = await marketo.CreateAsync(emails);

        var answer = await MergeAsync(marketo, ids[0], "leadIds=" + string.Join(',', ids.Skip(1)));

        if (taken)
        {
            answer.GetProperty("success").GetBoolean().Should().BeTrue();
        }
        else
        {
            answer.ShouldFail("1080");
        }

        (await marketo.CountAsync(emails)).Should().Be(taken ? 1 : losers + 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Proves("POST /rest/v1/leads/{leadId}/merge.json", "leadId")]
    [Proves("switch merge.activityRewrite")]
    [Unverified]
    [SimulatorOnly]
    public async Task The_losers_activities_follow_their_switch(bool rewrite)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Switches = MarketoHost.Options.Switches with { MergeActivityRewrite = rewrite } });
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        marketo.Instance.OpenEmail(ids[1], AssetExamples.Email, false);

        await MergeAsync(marketo, ids[0], $"leadId={ids[1]}");

        (await EngagementTests.FeedAsync(marketo, "10")).Single().GetProperty("leadId").GetInt32().Should().Be(rewrite ? ids[0] : ids[1]);
    }

    [Fact]
    [Proves("POST /rest/v1/leads/{leadId}/merge.json", "leadIds", "leadId", "mergeInCRM")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1004")]
    public async Task One_unknown_person_fails_the_whole_call()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");

        (await MergeAsync(marketo, ids[0], $"leadIds={ids[1]},5")).ShouldFail("1004", "Lead '5' not found");
        (await MergeAsync(marketo, 5, $"leadId={ids[1]}")).ShouldFail("1004", "Lead '5' not found");
        (await MergeAsync(marketo, ids[0], $"leadId={ids[0]}")).ShouldFail("1003");
        (await MergeAsync(marketo, ids[0], "")).ShouldFail("1002");
        (await MergeAsync(marketo, ids[0], $"leadId={ids[1]}&mergeInCRM=true")).ShouldFail("1003");

        (await marketo.CountAsync("a@example.invalid", "b@example.invalid")).Should().Be(2);
    }

    [Fact]
    [Proves("POST /rest/v1/leads/{leadId}/merge.json", "leadId")]
    [Proves("code 1003")]
    [SimulatorOnly("over a socket a client may send an empty body for none")]
    public async Task Parameters_in_a_form_body_are_1003_and_no_body_at_all_is_HTTP_400()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");

        (await marketo.SendAsync(HttpMethod.Post, $"/rest/v1/leads/{ids[0]}/merge.json", $"leadId={ids[1]}", "application/x-www-form-urlencoded")).ShouldFail("1003");
        using var response = await marketo.Http.PostAsync($"/rest/v1/leads/{ids[0]}/merge.json?leadId={ids[1]}", null, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(400);
        (await marketo.CountAsync("a@example.invalid", "b@example.invalid")).Should().Be(2);
    }

    [Fact]
    [Proves("GET /rest/v1/leads/{leadId}/listMembership.json")]
    [Proves("GET /rest/v1/leads/{leadId}/programMembership.json", "filterType", "filterValues")]
    [Proves("code 1004")]
    public async Task Memberships_of_one_person_are_listed()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await AddToListAsync(marketo, id);
        await EnrolAsync(marketo, id, "Attended");

        (await marketo.GetAsync($"/rest/v1/leads/{id}/listMembership.json")).Result().Single().ToString().Should().MatchRegex("""^\{"listId":3379,"createdAt":"[^"]+Z","updatedAt":"[^"]+Z"}$""");
        var programs = $"/rest/v1/leads/{id}/programMembership.json";
        (await marketo.GetAsync(programs)).Result().Single().ToString().Should().MatchRegex(
            """^\{"id":1044,"progressionStatus":"Attended","isExhausted":false,"acquiredBy":false,"reachedSuccess":true,"membershipDate":"[^"]+Z","updatedAt":"[^"]+Z"}$""");
        (await marketo.GetAsync(programs + "?filterType=programId&filterValues=7")).Result().Should().BeEmpty();
        (await marketo.GetAsync("/rest/v1/leads/5/listMembership.json")).ShouldFail("1004");
        (await marketo.GetAsync(programs + "?earliestUpdatedAt=2026-03-02T12:00:00Z")).ShouldFail("501");
    }

    private static Task<System.Text.Json.JsonElement> AddToListAsync(MarketoHost marketo, int id) => marketo.PostAsync($"/rest/v1/lists/{AssetExamples.List}/leads.json?id={id}", "");

    private static Task<System.Text.Json.JsonElement> EnrolAsync(MarketoHost marketo, int id, string status) =>
        marketo.PostAsync($"/rest/v1/programs/{AssetExamples.Webinar}/members/status.json", $$"""{"statusName":"{{status}}","input":[{"leadId":{{id}}}]}""");

    private static Task<System.Text.Json.JsonElement> MergeAsync(MarketoHost marketo, int winner, string query) =>
        marketo.PostAsync($"/rest/v1/leads/{winner}/merge.json?{query}", "");
}
