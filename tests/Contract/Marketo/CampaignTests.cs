using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>Source: Marketo REST API, "Campaigns".</summary>
public sealed class CampaignTests
{
    private const string Trigger = "/rest/v1/campaigns/3712/trigger.json";

    [Fact]
    public async Task A_request_is_recorded_and_runs_the_flow_as_the_campaigns_own_doing()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var answer = await marketo.PostAsync(Trigger, $$$"""{"input":{"leads":[{"id":{{{id}}}}],"tokens":[{"name":"{{my.message}}","value":"v"}]}}""");

        answer.Result().Single().ToString().Should().Be("""{"id":3712}""");
        var call = marketo.Records.Calls[^1].Call;
        marketo.Instance.CampaignRequests.Should().Equal(new SfMarketo.MarketoSim.Campaigns.CampaignRequest(3712, id, marketo.Records.Calls[^1].At, call));
        var commits = marketo.Records.Commits.Where(commit => commit.Call == call).ToArray();
        commits.Select(commit => commit.Object).Should().Equal("CampaignRequest", "Person", "Person", "ProgramMember", "ListMember");
        commits[0].Actor.Should().Be(Actor.Client);
        commits.Skip(1).Should().OnlyContain(commit => commit.Actor == Actor.Rule && commit.Cause == "Nurture Suppression");
        var person = marketo.Instance.FindPerson(id)!;
        (person.Get("syncOrigin"), person.Get("leadScore")).Should().Be(("suppressed", 5));
        marketo.Instance.ListMembers(9).Should().Equal(id);
        marketo.Instance.Activities.Select(activity => activity.TypeId).Should().Equal(12, 47, 13, 22, 104, 24);
    }

    [Fact]
    public async Task One_dead_person_among_a_hundred_fails_the_whole_call()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync([.. Enumerable.Range(0, 100).Select(number => $"p{number}@example.invalid")]);
        marketo.Instance.DeletePerson(ids[40], "delete");

        (await marketo.PostAsync(Trigger, Body(ids))).ShouldFail("1004", $"Lead [{ids[40]}] not found");

        marketo.Instance.CampaignRequests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task A_call_takes_100_people(int people, bool taken)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync([.. Enumerable.Range(0, people).Select(number => $"p{number}@example.invalid")]);

        (await marketo.PostAsync(Trigger, Body(ids))).GetProperty("success").GetBoolean().Should().Be(taken);
        marketo.Instance.CampaignRequests.Should().HaveCount(taken ? people : 0);
    }

    [Theory]
    [InlineData(7, "1013")]
    [InlineData(3713, "1003")]
    [InlineData(3714, "1003")]
    public async Task Only_an_active_requestable_trigger_campaign_can_be_requested(int campaign, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid");

        (await marketo.PostAsync($"/rest/v1/campaigns/{campaign}/trigger.json", Body(ids))).ShouldFail(code);
    }

    [Fact]
    public async Task A_repeated_request_asks_again()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid");

        await marketo.PostAsync(Trigger, Body(ids));
        await marketo.PostAsync(Trigger, Body(ids));

        marketo.Instance.CampaignRequests.Should().HaveCount(2);
        marketo.Instance.FindPerson(ids[0])!.Get("leadScore").Should().Be(10);
    }

    [Fact]
    public async Task Campaigns_are_listed_and_found_by_name_and_triggerability()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await IdsAsync(marketo, "")).Should().Equal(3712, 3713, 3714);
        (await IdsAsync(marketo, "?name=Nightly,Sleeping")).Should().Equal(3713, 3714);
        (await IdsAsync(marketo, "?isTriggerable=true")).Should().Equal(3712);
        (await IdsAsync(marketo, "?batchSize=2")).Should().Equal(3712, 3713);
        (await marketo.GetAsync("/rest/v1/campaigns/7.json")).ShouldFail("1013", "Campaign not found");
        (await marketo.GetAsync("/rest/v1/campaigns/3712.json")).Result().Single().ToString().Should().Be(
            """{"id":3712,"name":"Nurture Suppression","type":"trigger","programId":1044,"programName":"Spring Webinar","workspaceName":"Default","active":true,"createdAt":"2026-03-02T12:00:00Z","updatedAt":"2026-03-02T12:00:00Z"}""");
    }

    private static string Body(int[] ids) => $$$"""{"input":{"leads":[{{{string.Join(',', ids.Select(id => $$"""{"id":{{id}}}"""))}}}]}}""";

    private static async Task<int[]> IdsAsync(MarketoHost marketo, string query) =>
        [.. (await marketo.GetAsync("/rest/v1/campaigns.json" + query)).Result().Select(campaign => campaign.Id())];
}
