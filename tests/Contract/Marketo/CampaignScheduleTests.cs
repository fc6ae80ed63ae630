using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Campaigns")]
public sealed class CampaignScheduleTests
{
    private const string Schedule = "/rest/v1/campaigns/4001/schedule.json";

    private static readonly MarketoSimOptions Options = AssetExamples.Options with
    {
        Campaigns =
        [
            .. AssetExamples.Options.Campaigns,
            new MarketoCampaign
            {
                Id = 4001,
                Name = "Batch",
                Type = MarketoCampaignType.Batch,
                Filters = [new SmartListFilter.FieldIs("country", "austria"), new SmartListFilter.NotInList(AssetExamples.List)],
                FlowSteps = [new FlowStep.ChangeScore(3)],
            },
            new MarketoCampaign { Id = 4002, Name = "Nobody", Type = MarketoCampaignType.Batch, FlowSteps = [new FlowStep.ChangeScore(3)] },
        ],
    };

    [Fact]
    [Proves("POST /rest/v1/campaigns/{campaignId}/schedule.json", "input", "input.runAt")]
    [SimulatorOnly]
    public async Task A_run_happens_at_its_time_for_who_is_in_the_smart_list_then()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");

        (await marketo.PostAsync(Schedule, """{"input":{"runAt":"2026-03-02T13:00:00+0000"}}""")).Result().Single().ToString().Should().Be("""{"id":4001}""");
        foreach (var id in ids)
        {
            marketo.Instance.UpdatePerson(id, [new("country", "Austria")], "edit");
        }

        marketo.Instance.AddToList(AssetExamples.List, ids[2]);
        marketo.Instance.NextDue.Should().Be(DateTimeOffset.Parse("2026-03-02T13:00:00Z", null));
        marketo.Time.Advance(TimeSpan.FromMinutes(59));
        marketo.Instance.FindPerson(ids[0])!.Get("leadScore").Should().BeNull();
        marketo.Time.Advance(TimeSpan.FromMinutes(31));

        ids.Select(id => marketo.Instance.FindPerson(id)!.Get("leadScore")).Should().Equal(3, 3, null);
        marketo.Instance.NextDue.Should().BeNull();
        var scores = marketo.Instance.Activities.Where(activity => activity.TypeId == 22).ToArray();
        scores.Should().HaveCount(2).And.OnlyContain(row => row.At == DateTimeOffset.Parse("2026-03-02T13:00:00Z", null).ToUnixTimeMilliseconds() * 1000);
        marketo.Records.Commits.Where(commit => commit.Cause == "Batch").Should().OnlyContain(commit => commit.Actor == Kernel.Recording.Actor.Rule);
    }

    [Theory]
    [InlineData("""{"input":{}}""")]
    [InlineData("""{"input":{"runAt":"2026-03-02T12:00:01Z"}}""")]
    [Proves("POST /rest/v1/campaigns/{campaignId}/schedule.json", "input", "input.runAt")]
    [SimulatorOnly]
    public async Task The_earliest_run_is_five_minutes_later(string body)
    {
        await using var marketo = await MarketoHost.StartAsync(Options);

        _ = (await marketo.PostAsync(Schedule, body)).Result();

        marketo.Instance.NextDue.Should().Be(DateTimeOffset.Parse("2026-03-02T12:05:00Z", null));
    }

    [Fact]
    [Proves("POST /rest/v1/campaigns/{campaignId}/schedule.json", "input")]
    [SimulatorOnly]
    public async Task Without_filters_nobody_takes_part_and_each_call_schedules_anew()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        await marketo.PostAsync("/rest/v1/campaigns/4002/schedule.json", """{"input":{}}""");
        await marketo.PostAsync("/rest/v1/campaigns/4002/schedule.json", """{"input":{}}""");
        marketo.Instance.ScheduledRuns.Should().HaveCount(2);
        marketo.Time.Advance(TimeSpan.FromMinutes(5));
        marketo.Instance.RunDue();

        marketo.Instance.ScheduledRuns.Should().BeEmpty();
        marketo.Instance.FindPerson(id)!.Get("leadScore").Should().BeNull();
    }

    [Theory]
    [InlineData("4001", """{"input":{"runAt":"2028-03-02T12:00:01Z"}}""", "1042")]
    [InlineData("4001", """{"input":{"runAt":"tomorrow"}}""", "1042")]
    [InlineData("3712", """{"input":{}}""", "1003")]
    [InlineData("7", """{"input":{}}""", "1013")]
    [InlineData("4001", """{"input":{"cloneToProgramName":"x"}}""", "1003")]
    [InlineData("4001", """{"input":{"tokens":[{"name":"{{my.x}}"}]}}""", "1002")]
    [Proves("POST /rest/v1/campaigns/{campaignId}/schedule.json", "input", "input.runAt")]
    [Proves("code 1003")]
    [Proves("code 1013")]
    [Proves("code 1042")]
    [SimulatorOnly]
    public async Task A_bad_request_fails_the_call(string campaign, string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(Options);

        (await marketo.PostAsync($"/rest/v1/campaigns/{campaign}/schedule.json", body)).ShouldFail(code);

        marketo.Instance.NextDue.Should().BeNull();
    }
}
