using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Virtual;

/// <summary>Whose value counts when both sides are edited, and what a deleted person means (engine.md R5, R6, R17).</summary>
public sealed class OwnershipTests
{
    [Fact]
    public async Task A_field_that_Salesforce_owns_is_set_back_once()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        var lead = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            lead = stage.CreateLead("Ada", ("MobilePhone", "+1 555 0100"));
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            log.Commits.Clear();
            stage.EditPerson(stage.PersonOf(lead).Id, "mobilePhone", "overwritten");
            await stage.WaitAsync(TimeSpan.FromMinutes(50));
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.ShouldBeInStep();
        log.Commits.Where(commit => commit.Actor == Actor.Client && commit.Fields.Count > 0).Should().ContainSingle("one write sets it back, none answers").Which.Sim.Should().Be("marketo");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_status_edited_on_both_sides_within_seconds_is_Salesforces(bool salesforceFirst)
    {
        await using var stage = await Stage.SetAsync();
        var leads = new List<string>();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            leads.AddRange(Enumerable.Range(0, 12).Select(lead => stage.CreateLead("Lead" + lead)));
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            foreach (var lead in leads)
            {
                if (salesforceFirst)
                {
                    stage.Edit(lead, "Status", "Working - Contacted");
                    await stage.WaitAsync(TimeSpan.FromSeconds(2));
                    stage.EditPerson(stage.PersonOf(lead).Id, "leadStatus", "Closed - Not Converted");
                }
                else
                {
                    stage.EditPerson(stage.PersonOf(lead).Id, "leadStatus", "Closed - Not Converted");
                    await stage.WaitAsync(TimeSpan.FromSeconds(2));
                    stage.Edit(lead, "Status", "Working - Contacted");
                }

                await stage.WaitAsync(TimeSpan.FromSeconds(5));
            }

            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        foreach (var lead in leads)
        {
            stage.PersonOf(lead).Get("leadStatus").Should().Be(stage.Row(lead).Get("Status"), "both sides agree on {0}", lead);
            stage.Row(lead).Get("Status").Should().Be("Working - Contacted", "Salesforce counts in a conflict: {0}", lead);
        }
    }

    [Fact]
    public async Task A_person_deleted_in_Marketo_is_not_made_again_by_an_edit()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var rests = stage.CreateLead("Rests");
            var lives = stage.CreateLead("Lives");
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            stage.World.Marketo.DeletePerson(stage.PersonOf(rests).Id, "person deleted");
            stage.Edit(rests, "MobilePhone", "+1 555 0100");
            await stage.WaitAsync(TimeSpan.FromMinutes(10));
            stage.Edit(rests, "MobilePhone", "+1 555 0101");
            stage.Edit(lives, "MobilePhone", "+1 555 0102");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.World.Marketo.People.Should().HaveCount(2);
        stage.People.Should().ContainSingle().Which.Get("mobilePhone").Should().Be("+1 555 0102");
        stage.Letters.Should().BeEmpty();
    }
}
