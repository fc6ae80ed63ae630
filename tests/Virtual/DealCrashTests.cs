using SfMarketo.Sync;
using SfMarketo.Sync.Flows.OpportunityStages;

namespace SfMarketo.Tests.Virtual;

/// <summary>The engine is killed while deals and accounts change and started again on its state file: whoever stands somewhere stands there in Marketo.</summary>
public sealed class DealCrashTests
{
    [Fact]
    public async Task A_kill_at_any_passage_leaves_standings_memberships_and_companies_right()
    {
        var passages = await PlayAsync(killAt: int.MaxValue);
        passages.Should().BeGreaterThan(20, "the story passes the seams often enough to mean something");
        for (var passage = 1; passage <= passages; passage += 3)
        {
            await PlayAsync(passage);
        }
    }

    private static async Task<int> PlayAsync(int killAt)
    {
        await using var stage = await Stage.SetAsync();
        var passed = 0;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(Settings);
            var contact = stage.CreateContact("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            var person = stage.PersonOf(contact).Id;
            stage.World.Marketo.SetProgramStatus(Stage.ProgramId("Spring Nurture"), person, "Engaged", "engaged");
            stage.OnPassage = _ =>
            {
                if (++passed == killAt)
                {
                    stage.Life.Kill();
                }
            };
            var deal = stage.CreateDeal("Closed Won", contact);
            var late = stage.CreateContact("Late");
            stage.CreateDeal("Closed Won", late);
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            stage.Edit(deal, "StageName", "Prospecting");
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            stage.OnPassage = null;
            if (stage.Life.IsDead)
            {
                await stage.StartEngineAsync(Settings);
            }

            await stage.EndAsync(TimeSpan.FromMinutes(20));
            stage.StatusIn("Spring Nurture", person).Should().Be("Engaged", "killed at {0}", killAt);
            stage.StatusIn("Post-Sale Track", person).Should().BeNull("killed at {0}", killAt);
            stage.StatusIn("Post-Sale Track", stage.PersonOf(late).Id).Should().Be("Enrolled", "killed at {0}", killAt);
            stage.PersonOf(late).Get("externalCompanyId").Should().Be(stage.Row(late).Get("AccountId"), "killed at {0}", killAt);
        });

        return passed;
    }

    private static SyncSettings Settings(SyncSettings settings) => settings with
    {
        SalesforceOverlap = TimeSpan.Zero,
        OpportunityStages = new OpportunityStageSettings { SuppressBy = SuppressBy.Delete },
    };
}
