using SfMarketo.Harness.Network;
using SfMarketo.Sync.Flows.Engagement;

namespace SfMarketo.Tests.Virtual;

/// <summary>At most one Task for each activity and none lost, whatever happens on the way (engine.md A7).</summary>
public sealed class EngagementFailureTests
{
    [Theory]
    [InlineData(CallFate.AnswerLost, true)]
    [InlineData(CallFate.AnswerNeverComes, true)]
    [InlineData(CallFate.RequestLost, true)]
    [InlineData(CallFate.AnswerLost, false)]
    [InlineData(CallFate.RequestLost, false)]
    public async Task A_lost_write_of_Tasks_makes_each_once(CallFate fate, bool isExternalId)
    {
        await using var stage = await Stage.SetAsync(shape: shape => shape with { TaskGuidIsExternalId = isExternalId });
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var leads = Enumerable.Range(0, 4).Select(lead => stage.CreateLead("Lead" + lead)).ToList();
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            stage.ToSalesforce.Faults.Add(fate, Calls.WritesTasks, times: 2);
            foreach (var person in leads.Select(lead => stage.PersonOf(lead).Id))
            {
                stage.Fills(person);
                stage.Fills(person, "Demo", 5002);
            }

            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.ToSalesforce.Faults.Lost.Should().BeGreaterThan(0);
        ShouldBeOneEach(stage, 8);
        stage.Tasks.Should().AllSatisfy(task => task.Text("TaskSubtype").Should().Be("Task"));
    }

    [Fact]
    public async Task A_kill_at_any_passage_makes_each_Task_once()
    {
        var passages = await KilledAsync(int.MaxValue);
        passages.Should().BeGreaterThan(10);
        for (var passage = 1; passage <= passages; passage++)
        {
            await KilledAsync(passage);
        }
    }

    [Fact]
    public async Task What_is_delivered_again_and_again_becomes_one_Task()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            // The overlap is read again at every poll.
            await stage.StartEngineAsync(settings => settings with { MarketoRescan = TimeSpan.Zero });
            var (_, person) = await stage.LinkedLeadAsync("Ada");
            stage.Fills(person);
            stage.Fills(person, "Demo", 5002);
            await stage.WaitAsync(TimeSpan.FromMinutes(10));
            await stage.Life.StopAsync();
            await stage.StartEngineAsync(settings => settings with { MarketoRescan = TimeSpan.Zero });
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        ShouldBeOneEach(stage, 2);
    }

    [Fact]
    public async Task A_conversion_between_decision_and_write_leads_to_the_Contact()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { SalesforcePoll = TimeSpan.FromMinutes(10), FlushAge = TimeSpan.FromSeconds(1) });
            var lead = stage.CreateLead("Ada", ("OwnerId", stage.SellerId));
            await stage.WaitAsync(TimeSpan.FromMinutes(12));
            var person = stage.PersonOf(lead).Id;

            // The engine reads of the conversion only when Salesforce refuses the Lead.
            stage.ToSalesforce.Faults.Add(CallFate.RequestLost, Calls.WritesTasks);
            stage.Fills(person);
            await stage.WaitAsync(TimeSpan.FromSeconds(50));
            stage.Convert(lead);
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        ShouldBeOneEach(stage, 1);
        stage.Tasks[0].Text("WhoId").Should().Be(stage.Contacts[0].Id);
    }

    [Fact]
    public async Task No_two_calls_at_once_carry_Tasks_of_one_Lead()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { SalesforceRecordsPerCall = 2, Engagement = new EngagementSettings { TasksPerPersonAndDay = 100 } });
            var (_, person) = await stage.LinkedLeadAsync("Ada");
            var other = stage.CreateLead("Bob");
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            for (var fill = 0; fill < 9; fill++)
            {
                stage.Fills(person);
                stage.Fills(stage.PersonOf(other).Id);
            }

            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        ShouldBeOneEach(stage, 18);
        var calls = log.Calls.Where(call => call.Sim == "salesforce").ToDictionary(call => call.Call);
        var writes = log.Commits.Where(commit => commit is { Object: "Task", Op: "create" })
            .Select(commit => (Who: commit.Fields.Single(field => field.Name == "WhoId").New!, Call: calls[commit.Call])).ToList();
        writes.Select(write => write.Call.Call).Distinct().Should().HaveCountGreaterThan(8, "two Tasks go into a call");
        foreach (var ofOne in writes.GroupBy(write => write.Who, write => write.Call))
        {
            var inOrder = ofOne.DistinctBy(call => call.Call).OrderBy(call => call.At).ToList();
            for (var i = 1; i < inOrder.Count; i++)
            {
                inOrder[i].At.Should().BeGreaterThanOrEqualTo(inOrder[i - 1].DoneAt, "{0} is in one call at a time", ofOne.Key);
            }
        }
    }

    private static async Task<int> KilledAsync(int killAt)
    {
        await using var stage = await Stage.SetAsync();
        var passed = 0;
        await stage.PlayAsync(async () =>
        {
            await StartAsync(stage);
            var (_, person) = await stage.LinkedLeadAsync("Ada");
            stage.OnPassage = _ =>
            {
                if (++passed == killAt)
                {
                    stage.Life.Kill();
                }
            };
            stage.Fills(person);
            stage.Fills(person, "Demo", 5002);
            await stage.WaitAsync(TimeSpan.FromSeconds(100));
            stage.OnPassage = null;
            if (stage.Life.IsDead)
            {
                await StartAsync(stage);
            }

            await stage.EndAsync(TimeSpan.FromMinutes(10), quiet: TimeSpan.FromMinutes(2));
        });

        ShouldBeOneEach(stage, 2, $"killed at passage {killAt}");
        return passed;
    }

    private static Task StartAsync(Stage stage) => stage.StartEngineAsync(settings => settings with { SalesforceOverlap = TimeSpan.Zero, MarketoRescan = TimeSpan.FromDays(1) });

    private static void ShouldBeOneEach(Stage stage, int count, string when = "")
    {
        var tasks = stage.World.Salesforce.Rows("Task", includeDeleted: true);
        tasks.Select(task => task.Text("MarketoGuid__c")).Should().HaveCount(count, when).And.OnlyHaveUniqueItems(when).And.NotContainNulls(when);
        stage.Letters.Should().BeEmpty(when);
    }
}
