using SfMarketo.Kernel.Recording;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Campaigns")]
public sealed class CampaignTests
{
    private const string Trigger = "/rest/v1/campaigns/3712/trigger.json";

    [Fact]
    [Proves("POST /rest/v1/campaigns/{campaignId}/trigger.json", "input", "input.leads", "input.tokens")]
    [SimulatorOnly]
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
    [Proves("POST /rest/v1/campaigns/{campaignId}/trigger.json", "input", "input.leads")]
    [Proves("code 1004")]
    public async Task One_dead_person_among_a_hundred_fails_the_whole_call()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync([.. Enumerable.Range(0, 100).Select(number => $"p{number}@example.invalid")]);
        await marketo.PostAsync($"/rest/v1/leads/delete.json?id={ids[40]}", "");

        (await marketo.PostAsync(Trigger, Body(ids))).ShouldFail("1004", $"Lead [{ids[40]}] not found");

        (await marketo.FeedAsync("47", [.. ids.Take(30)])).Should().BeEmpty();
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [Proves("POST /rest/v1/campaigns/{campaignId}/trigger.json", "input", "input.leads")]
    public async Task A_call_takes_100_people(int people, bool taken)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync([.. Enumerable.Range(0, people).Select(number => $"p{number}@example.invalid")]);

        (await marketo.PostAsync(Trigger, Body(ids))).GetProperty("success").GetBoolean().Should().Be(taken);
        (await marketo.FeedAsync("47", [.. ids.TakeLast(30)])).Should().HaveCount(taken ? 30 : 0);
    }

    [Theory]
    [InlineData(7, "1013")]
    [InlineData(3713, "1003")]
    [InlineData(3714, "1003")]
    [Proves("POST /rest/v1/campaigns/{campaignId}/trigger.json", "input", "input.leads")]
    [Proves("code 1003")]
    [Proves("code 1013")]
    public async Task Only_an_active_requestable_trigger_campaign_can_be_requested(int campaign, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid");

        (await marketo.PostAsync($"/rest/v1/campaigns/{campaign}/trigger.json", Body(ids))).ShouldFail(code);
    }

    [Fact]
    [Proves("POST /rest/v1/campaigns/{campaignId}/trigger.json", "input", "input.leads")]
    public async Task A_repeated_request_asks_again()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid");

        await marketo.PostAsync(Trigger, Body(ids));
        await marketo.PostAsync(Trigger, Body(ids));

        (await marketo.FeedAsync("47", ids)).Should().HaveCount(2);
        (await marketo.FieldAsync(ids[0], "leadScore")).Should().Be("10");
    }

    [Fact]
    [Proves("GET /rest/v1/campaigns.json", "id", "name", "programName", "workspaceName", "isTriggerable", "batchSize", "nextPageToken")]
    [Proves("GET /rest/v1/campaigns/{campaignId}.json")]
    [Proves("code 1013")]
    public async Task Campaigns_are_listed_and_found_by_name_and_triggerability()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await IdsAsync(marketo, "")).Should().Equal(3712, 3713, 3714);
        (await IdsAsync(marketo, "?name=Nightly,Sleeping")).Should().Equal(3713, 3714);
        (await IdsAsync(marketo, "?isTriggerable=true")).Should().Equal(3712);
        (await IdsAsync(marketo, "?batchSize=2")).Should().Equal(3712, 3713);
        (await IdsAsync(marketo, "?id=3713,3714,7")).Should().Equal(3713, 3714);
        (await IdsAsync(marketo, "?programName=Spring%20Webinar")).Should().Equal(3712);
        (await IdsAsync(marketo, "?workspaceName=Europe")).Should().BeEmpty();
        (await IdsAsync(marketo, "?workspaceName=Default&id=3712")).Should().Equal(3712);
        var page = await marketo.GetAsync("/rest/v1/campaigns.json?batchSize=2");
        (await IdsAsync(marketo, "?nextPageToken=" + Uri.EscapeDataString(page.Text("nextPageToken")!))).Should().Equal(3714);
        (await marketo.GetAsync("/rest/v1/campaigns/7.json")).ShouldFail("1013", "Campaign not found");
        (await marketo.GetAsync("/rest/v1/campaigns/3712.json")).Result().Single().ToString().Should().MatchRegex(
            """^\{"id":3712,"name":"Nurture Suppression","type":"trigger","programId":1044,"programName":"Spring Webinar","workspaceName":"Default","active":true,"createdAt":"[^"]+Z","updatedAt":"[^"]+Z"}$""");
    }

    private static string Body(int[] ids) => $$$"""{"input":{"leads":[{{{string.Join(',', ids.Select(id => $$"""{"id":{{id}}}"""))}}}]}}""";

    private static async Task<int[]> IdsAsync(MarketoHost marketo, string query) =>
        [.. (await marketo.GetAsync("/rest/v1/campaigns.json" + query)).Result().Select(campaign => campaign.Id())];
}
