namespace SfMarketo.Tests.Virtual;

/// <summary>The engine is killed at each passage of two stories in turn and started again: one Lead, one assignment, one campaign request, whatever the instant.</summary>
public sealed class StoryCrashTests
{
    [Fact]
    public async Task A_kill_at_any_passage_of_a_promotion_requests_the_campaign_once()
    {
        var lead = "";
        await KillEverywhereAsync(
            async stage =>
            {
                lead = stage.CreateLead("Ada");
                await stage.WaitAsync(TimeSpan.FromMinutes(3));
            },
            stage => stage.Convert(lead),
            (stage, when) =>
            {
                var person = stage.World.Marketo.People.Should().ContainSingle(when).Which;
                person.Get("sfdcPersonId").Should().Be(stage.Contacts[0].Id, when);
                person.Get("lifecycleStage").Should().Be("SQL", when);
                stage.SuppressionsOf(person.Id).Should().Be(1, when);
            });
    }

    [Fact]
    public async Task A_kill_at_any_passage_of_a_qualification_makes_and_assigns_one_Lead() => await KillEverywhereAsync(
        stage => Task.CompletedTask,
        stage => stage.Qualify(stage.CreatePerson("Ada")),
        (stage, when) =>
        {
            stage.World.Salesforce.Rows("Lead", includeDeleted: true).Should().ContainSingle(when);
            stage.World.Salesforce.AssignmentExecutions.Should().ContainSingle(when);
            stage.World.Marketo.People.Should().ContainSingle(when);
        });

    private static async Task KillEverywhereAsync(Func<Stage, Task> before, Action<Stage> story, Action<Stage, string> judge)
    {
        var passages = await PlayAsync(int.MaxValue, before, story, judge);
        passages.Should().BeGreaterThan(10, "the story passes the seams often enough to mean something");
        for (var passage = 1; passage <= passages; passage++)
        {
            await PlayAsync(passage, before, story, judge);
        }
    }

    private static async Task<int> PlayAsync(int killAt, Func<Stage, Task> before, Action<Stage> story, Action<Stage, string> judge)
    {
        await using var stage = await Stage.SetAsync();
        var passed = 0;
        await stage.PlayAsync(async () =>
        {
            await StartAsync(stage);
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            await before(stage);
            stage.OnPassage = _ =>
            {
                if (++passed == killAt)
                {
                    stage.Life.Kill();
                }
            };
            story(stage);
            await stage.WaitAsync(TimeSpan.FromSeconds(150));
            stage.OnPassage = null;
            if (stage.Life.IsDead)
            {
                await StartAsync(stage);
            }

            await stage.EndAsync(TimeSpan.FromMinutes(10), quiet: TimeSpan.FromMinutes(2));
        });

        judge(stage, $"killed at passage {killAt} of the story");
        stage.ShouldBeInStep();
        return passed;
    }

    // No overlap and no re-scan: what a crash loses must not be found again by reading twice.
    private static Task StartAsync(Stage stage) => stage.StartEngineAsync(settings => settings with { SalesforceOverlap = TimeSpan.Zero, MarketoRescan = TimeSpan.FromDays(1) });
}
