using SfMarketo.Harness.Network;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Tests.Virtual;

/// <summary>The engine starts from a copy of its state that is older than what it has told the systems since (practice.md 6.1; engine.md R9).</summary>
public sealed class OlderStateTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_copy_of_any_instant_of_a_promotion_requests_the_campaign_once()
    {
        var passages = await RestoreAsync(int.MaxValue);
        passages.Should().BeGreaterThan(10, "the story passes the seams often enough to mean something");
        for (var passage = 1; passage <= passages; passage++)
        {
            await RestoreAsync(passage);
        }
    }

    [Fact]
    public async Task A_person_whose_request_was_never_made_gets_it_after_a_restore()
    {
        await using var stage = await Stage.SetAsync();
        var person = 0;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var lead = stage.CreateLead("Ada");
            await stage.WaitAsync(4 * Minute);
            person = stage.PersonOf(lead).Id;
            stage.CopyState();
            stage.OnPassage = _ =>
            {
                if (Equals(stage.Person(person).Get("lifecycleStage"), "SQL"))
                {
                    stage.Life.Kill();
                }
            };
            stage.Convert(lead);
            await stage.WaitAsync(3 * Minute);
            stage.OnPassage = null;
            stage.Life.IsDead.Should().BeTrue("the story is about a death between promotion and request");
            stage.SuppressionsOf(person).Should().Be(0);

            await stage.StartEngineFromCopyAsync();
            await stage.EndAsync(30 * Minute);
        });

        stage.SuppressionsOf(person).Should().Be(1);
        stage.Person(person).Get("lifecycleStage").Should().Be("SQL");
        stage.ShouldBeInStep();
    }

    [Theory]
    [InlineData("Customer")]
    [InlineData("Opportunity")]
    public async Task A_person_who_has_gone_on_since_the_copy_takes_no_step_back(string since)
    {
        await using var stage = await Stage.SetAsync();
        var person = 0;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var lead = stage.CreateLead("Ada");
            await stage.WaitAsync(4 * Minute);
            person = stage.PersonOf(lead).Id;
            stage.CopyState();
            stage.Convert(lead);
            await stage.WaitAsync(3 * Minute);
            stage.EditPerson(person, "lifecycleStage", since);
            await stage.WaitAsync(3 * Minute);
            stage.Life.Kill();

            await stage.StartEngineFromCopyAsync();
            await stage.EndAsync(30 * Minute);
        });

        stage.Person(person).Get("lifecycleStage").Should().Be(since);
        stage.SuppressionsOf(person).Should().Be(1);
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task A_state_that_was_lost_altogether_requests_no_campaign_again()
    {
        await using var stage = await Stage.SetAsync();
        var person = 0;
        await stage.PlayAsync(async () =>
        {
            stage.CopyState();
            await stage.StartEngineAsync();
            var lead = stage.CreateLead("Ada");
            await stage.WaitAsync(4 * Minute);
            person = stage.PersonOf(lead).Id;
            stage.Convert(lead);
            await stage.WaitAsync(5 * Minute);
            stage.SuppressionsOf(person).Should().Be(1);
            stage.Life.Kill();

            await stage.StartEngineFromCopyAsync();
            await stage.EndAsync(30 * Minute);
        });

        stage.SuppressionsOf(person).Should().Be(1);
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task A_conversion_that_no_earlier_life_can_have_seen_costs_no_look_up()
    {
        await using var stage = await Stage.SetAsync();
        var person = 0;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var lead = stage.CreateLead("Ada");
            await stage.WaitAsync(4 * Minute);
            person = stage.PersonOf(lead).Id;
            await stage.Life.StopAsync();
            await stage.StartEngineAsync();
            await stage.WaitAsync(2 * Minute);
            stage.ToMarketo.Faults.Add(CallFate.RequestLost, Calls.ReadsCampaignRequests, times: 1);
            stage.Convert(lead);
            await stage.EndAsync(30 * Minute);
        });

        stage.ToMarketo.Faults.Lost.Should().Be(0, "nobody looks for a witness");
        stage.SuppressionsOf(person).Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_who_was_deleted_after_the_copy_is_promoted_or_linked_or_made_again(bool linkedBeforeCopy)
    {
        await using var stage = await Stage.SetAsync(shape: shape => shape with { ConversionFieldMap = [] });
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(Minute);
            if (!linkedBeforeCopy)
            {
                stage.CopyState();
            }

            var lead = stage.CreateLead("Ada");
            await stage.WaitAsync(4 * Minute);
            if (linkedBeforeCopy)
            {
                stage.CopyState();
            }

            stage.World.Marketo.DeletePerson(stage.PersonOf(lead).Id, "deleted");
            await stage.WaitAsync(20 * Minute);
            stage.Convert(lead);
            await stage.WaitAsync(5 * Minute);
            stage.Life.Kill();

            // Marketo tells of the deletions late.
            stage.World.Marketo.Faults.Add(
                new FaultMatch { Path = "/rest/v1/activities/deletedleads.json", Until = stage.World.Clock.GetUtcNow() + (20 * Minute) }, new Occurrence(times: null), [new StatusEffect(503)]);
            await stage.StartEngineFromCopyAsync();
            await stage.WaitAsync(20 * Minute);
            await stage.EndAsync(60 * Minute);
        });

        stage.World.Marketo.People.Should().ContainSingle("nobody is made again").Which.IsLive.Should().BeFalse();
        stage.Contacts.Should().ContainSingle().Which.Get("MarketoPersonId__c").Should().BeNull("nothing is linked to the dead");
        stage.World.Marketo.CampaignRequests.Should().BeEmpty();
        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task A_qualified_person_who_was_deleted_after_the_copy_gets_no_Lead()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(Minute);
            stage.ToSalesforce.Faults.Add(CallFate.RequestLost, Calls.CreatesLeads, times: int.MaxValue);
            var person = stage.CreatePerson("Ada");
            stage.Qualify(person);
            await stage.WaitAsync(3 * Minute);
            stage.CopyState();
            stage.World.Marketo.DeletePerson(person, "deleted");
            await stage.WaitAsync(20 * Minute);
            stage.Life.Kill();
            await stage.StartEngineFromCopyAsync();
            await stage.EndAsync(60 * Minute);
        });

        stage.Leads.Should().BeEmpty();
        stage.Letters.Should().BeEmpty();
    }

    /// <summary>The copy is taken at a passage after the conversion, and takes the state's place when all is done.</summary>
    /// <returns>The passages of the part of the story in which copies are taken.</returns>
    private static async Task<int> RestoreAsync(int copyAt)
    {
        await using var stage = await Stage.SetAsync();
        var passed = 0;
        var person = 0;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var lead = stage.CreateLead("Ada");
            await stage.WaitAsync(4 * Minute);
            person = stage.PersonOf(lead).Id;
            stage.CopyState();
            stage.OnPassage = _ =>
            {
                if (++passed == copyAt)
                {
                    stage.CopyState();
                }
            };
            stage.Convert(lead);
            await stage.WaitAsync(TimeSpan.FromSeconds(90));
            stage.OnPassage = null;
            stage.SuppressionsOf(person).Should().Be(1);
            stage.Life.Kill();

            await stage.StartEngineFromCopyAsync();
            await stage.EndAsync(30 * Minute, quiet: 3 * Minute);
        });

        stage.SuppressionsOf(person).Should().Be(1, $"the copy was taken at passage {copyAt} of the promotion");
        stage.Person(person).Get("sfdcPersonId").Should().Be(stage.Contacts[0].Id);
        stage.ShouldBeInStep();
        return passed;
    }
}
