namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>Source: Marketo REST API, "Merge leads", and shared/reference/marketo.md sections 5.6 and 9.3.</summary>
public sealed class MergeTests
{
    [Fact]
    public async Task The_winner_keeps_its_values_takes_what_it_lacks_and_all_memberships()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");
        marketo.Instance.UpdatePerson(ids[0], [new("title", "CTO")], "edit");
        marketo.Instance.UpdatePerson(ids[1], [new("title", "CEO"), new("city", "Graz")], "edit");
        marketo.Instance.UpdatePerson(ids[2], [new("city", "Wels"), new("country", "Austria")], "edit");
        marketo.Instance.AddToList(AssetExamples.List, ids[1]);
        marketo.Instance.SetProgramStatus(AssetExamples.Webinar, ids[2], "Invited", "enrol");

        var answer = await MergeAsync(marketo, ids[0], $"leadIds={ids[1]},{ids[2]}");

        answer.GetProperty("success").GetBoolean().Should().BeTrue();
        answer.TryGetProperty("result", out _).Should().BeFalse();
        var winner = marketo.Instance.FindPerson(ids[0])!;
        (winner.Get("email"), winner.Get("title"), winner.Get("city"), winner.Get("country")).Should().Be(("a@example.invalid", "CTO", "Graz", "Austria"));
        marketo.Instance.ListMembers(AssetExamples.List).Should().Equal(ids[0]);
        marketo.Instance.ProgramMembers(AssetExamples.Webinar).Single().PersonId.Should().Be(ids[0]);
        var row = marketo.Instance.Activities.Single(activity => activity.TypeId == 32);
        (row.PersonId, row.Attribute("Merge IDs")).Should().Be((ids[0], $"{ids[1]},{ids[2]}"));
        (await marketo.GetAsync($"/rest/v1/lead/{ids[1]}.json")).ShouldFail("1004");
        marketo.Records.Commits.Where(commit => commit.Op == "merge").Select(commit => commit.Id).Should().Equal($"{ids[1]}", $"{ids[2]}");
        var token = (await marketo.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=2026-01-01T00:00:00Z")).Text("nextPageToken")!;
        (await marketo.GetAsync($"/rest/v1/activities/deletedleads.json?nextPageToken={Uri.EscapeDataString(token)}")).Result()
            .Select(deleted => deleted.GetProperty("leadId").GetInt32()).Should().Equal(ids[1], ids[2]);
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public async Task A_merge_takes_25_losers(int losers, bool taken)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync([.. Enumerable.Range(0, losers + 1).Select(number => $"p{number}@example.invalid")]);

        var answer = await MergeAsync(marketo, ids[0], "leadIds=" + string.Join(',', ids.Skip(1)));

        if (taken)
        {
            answer.GetProperty("success").GetBoolean().Should().BeTrue();
        }
        else
        {
            answer.ShouldFail("1080");
        }

        marketo.Instance.LiveCount.Should().Be(taken ? 1 : losers + 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_losers_activities_follow_their_switch(bool rewrite)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Switches = MarketoHost.Options.Switches with { MergeActivityRewrite = rewrite } });
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        marketo.Instance.OpenEmail(ids[1], AssetExamples.Email, false);

        await MergeAsync(marketo, ids[0], $"leadId={ids[1]}");

        (await EngagementTests.FeedAsync(marketo, "10")).Single().GetProperty("leadId").GetInt32().Should().Be(rewrite ? ids[0] : ids[1]);
    }

    [Fact]
    public async Task One_unknown_person_fails_the_whole_call()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");

        (await MergeAsync(marketo, ids[0], $"leadIds={ids[1]},5")).ShouldFail("1004", "Lead '5' not found");
        (await MergeAsync(marketo, 5, $"leadId={ids[1]}")).ShouldFail("1004", "Lead '5' not found");
        (await MergeAsync(marketo, ids[0], $"leadId={ids[0]}")).ShouldFail("1003");
        (await MergeAsync(marketo, ids[0], "")).ShouldFail("1002");
        (await MergeAsync(marketo, ids[0], $"leadId={ids[1]}&mergeInCRM=true")).ShouldFail("1003");

        marketo.Instance.LiveCount.Should().Be(2);
    }

    [Fact]
    public async Task Parameters_in_a_form_body_are_1003_and_no_body_at_all_is_HTTP_400()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");

        (await marketo.SendAsync(HttpMethod.Post, $"/rest/v1/leads/{ids[0]}/merge.json", $"leadId={ids[1]}", "application/x-www-form-urlencoded")).ShouldFail("1003");
        using var response = await marketo.Http.PostAsync($"/rest/v1/leads/{ids[0]}/merge.json?leadId={ids[1]}", null, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(400);
        marketo.Instance.LiveCount.Should().Be(2);
    }

    [Fact]
    public async Task Memberships_of_one_person_are_listed()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        marketo.Instance.AddToList(AssetExamples.List, id);
        marketo.Instance.SetProgramStatus(AssetExamples.Webinar, id, "Attended", "enrol");

        (await marketo.GetAsync($"/rest/v1/leads/{id}/listMembership.json")).Result().Single().ToString().Should().Be(
            """{"listId":3379,"createdAt":"2026-03-02T12:00:00Z","updatedAt":"2026-03-02T12:00:00Z"}""");
        var programs = $"/rest/v1/leads/{id}/programMembership.json";
        (await marketo.GetAsync(programs)).Result().Single().ToString().Should().Be(
            """{"id":1044,"progressionStatus":"Attended","isExhausted":false,"acquiredBy":false,"reachedSuccess":true,"membershipDate":"2026-03-02T12:00:00Z","updatedAt":"2026-03-02T12:00:00Z"}""");
        (await marketo.GetAsync(programs + "?filterType=programId&filterValues=7")).Result().Should().BeEmpty();
        (await marketo.GetAsync("/rest/v1/leads/5/listMembership.json")).ShouldFail("1004");
        (await marketo.GetAsync(programs + "?earliestUpdatedAt=2026-03-02T12:00:00Z")).ShouldFail("501");
    }

    private static Task<System.Text.Json.JsonElement> MergeAsync(MarketoHost marketo, int winner, string query) =>
        marketo.PostAsync($"/rest/v1/leads/{winner}/merge.json?{query}", "");
}
