namespace SfMarketo.Tests.Virtual;

/// <summary>The engine is killed at each passage of a seam in turn and started again on its state file. Nothing is lost, nothing is doubled.</summary>
public sealed class CrashTests
{
    private const int Leads = 6;

    [Fact]
    public async Task A_kill_at_any_passage_loses_and_doubles_no_lead()
    {
        var passages = await PlayAsync(killAt: int.MaxValue);
        passages.Should().BeGreaterThan(20, "the story passes the seams often enough to mean something");

        for (var passage = 1; passage <= passages; passage++)
        {
            await PlayAsync(passage);
        }
    }

    /// <returns>The passages of the part of the story in which kills are tried.</returns>
    private static async Task<int> PlayAsync(int killAt)
    {
        await using var stage = await Stage.SetAsync();
        var passed = 0;
        await stage.PlayAsync(async () =>
        {
            // No overlap and no re-scan: what a crash loses must not be found again by reading twice.
            await stage.StartEngineAsync(settings => settings with { SalesforceOverlap = TimeSpan.Zero, MarketoRescan = TimeSpan.FromDays(1) });
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.OnPassage = _ =>
            {
                if (++passed == killAt)
                {
                    stage.Life.Kill();
                }
            };
            for (var lead = 0; lead < Leads; lead++)
            {
                stage.CreateLead("Lead" + lead);
                await stage.WaitAsync(TimeSpan.FromSeconds(2));
            }

            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            stage.OnPassage = null;
            if (stage.Life.IsDead)
            {
                await stage.StartEngineAsync(settings => settings with { SalesforceOverlap = TimeSpan.Zero, MarketoRescan = TimeSpan.FromDays(1) });
                await stage.WaitAsync(TimeSpan.FromMinutes(10));
            }

            await stage.Life.StopAsync();
        });

        var people = stage.World.Marketo.People.ToList();
        people.Should().HaveCount(Leads, $"killed at passage {killAt} of the story");
        foreach (var lead in stage.World.Salesforce.Rows("Lead"))
        {
            people.Should().ContainSingle(person => Equals(person.Get("sfdcPersonId"), lead.Id), $"killed at passage {killAt}")
                .Which.Id.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be((string?)lead.Get("MarketoPersonId__c"), $"killed at passage {killAt}");
        }

        return passed;
    }
}
