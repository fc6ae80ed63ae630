using SfMarketo.Kernel.Recording;
using SfMarketo.Sync;
using SfMarketo.Sync.Flows.OpportunityStages;

namespace SfMarketo.Tests.Virtual;

/// <summary>The engine in the seed's dialect: the same stories over the seed's forms, and nobody is lost (DESIGN.md section 6).</summary>
public sealed class SeedDialectTests
{
    [Fact]
    public async Task Changes_flow_both_ways_over_the_seeds_forms()
    {
        await using var stage = await Stage.SetAsync();
        var calls = stage.Record().Calls;
        await stage.PlayAsync(async () =>
        {
            var lead = stage.CreateLead("Ada");
            await stage.StartEngineAsync(InSeed);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.Edit(lead, "MobilePhone", "+1 555 1234");
            stage.Qualify(stage.CreatePerson("Ben"));
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.EditPerson(stage.PersonOf(lead).Id, "leadScore", 80);
            stage.Convert(lead);
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.ShouldBeInStep();
        stage.Leads.Should().Contain(row => Equals(row.Get("FirstName"), "Ben"));
        stage.Contacts.Should().ContainSingle().Which.Get("Lead_Score__c").Should().Be(80);
        stage.PersonOf(stage.Contacts[0].Id).Get("lifecycleStage").Should().Be("SQL");
        calls.Should().Contain(call => call.Method == "PATCH" && call.Path == "/rest/v1/leads.json");
        calls.Should().NotContain(call => call.Path.EndsWith("leadchanges.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_people_than_a_read_may_give_are_all_found()
    {
        await using var stage = await Stage.SetAsync();
        var calls = stage.Record().Calls;
        var people = new List<int>();
        await stage.PlayAsync(async () =>
        {
            for (var i = 0; i < 1_300; i++)
            {
                people.Add(stage.CreatePerson("Human" + i));
            }

            await stage.StartEngineAsync(InSeed);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            calls.Clear();
            foreach (var person in people)
            {
                stage.Qualify(person);
                await stage.WaitAsync(TimeSpan.FromMilliseconds(20));
            }

            await stage.EndAsync(TimeSpan.FromMinutes(60));
        });

        stage.Leads.Should().HaveCount(people.Count);
        stage.ShouldBeInStep();
        Refused(calls).Should().BePositive("more than 1,000 people changed between two reads");
    }

    [Fact]
    public async Task More_people_of_one_instant_than_a_read_may_give_are_all_found()
    {
        await using var stage = await Stage.SetAsync();
        var calls = stage.Record().Calls;
        var people = new List<int>();
        await stage.PlayAsync(async () =>
        {
            for (var i = 0; i < 1_200; i++)
            {
                people.Add(stage.CreatePerson("Human" + i));
            }

            await stage.StartEngineAsync(InSeed);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            calls.Clear();
            people.ForEach(stage.Qualify);
            await stage.EndAsync(TimeSpan.FromMinutes(60));
        });

        stage.Leads.Should().HaveCount(people.Count);
        stage.ShouldBeInStep();
        Refused(calls).Should().BeLessThan(400, "what lies in the past is not halved for ever");
    }

    [Fact]
    public async Task What_changed_while_the_engine_was_dead_is_found_after_its_restart()
    {
        await using var stage = await Stage.SetAsync();
        var people = new List<int>();
        await stage.PlayAsync(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                people.Add(stage.CreatePerson("Human" + i));
            }

            await stage.StartEngineAsync(InSeed);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.Qualify(people[0]);
            await stage.WaitAsync(TimeSpan.FromMinutes(2));
            stage.Life.Kill();
            foreach (var person in people.Skip(1))
            {
                stage.Qualify(person);
                await stage.WaitAsync(TimeSpan.FromMinutes(1));
            }

            await stage.StartEngineAsync(InSeed);
            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        stage.Leads.Should().HaveCount(people.Count);
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task An_idle_hour_costs_no_more_reads_than_the_vendors_form()
    {
        await using var stage = await Stage.SetAsync();
        var calls = stage.Record().Calls;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(InSeed);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            for (var i = 0; i < 600; i++)
            {
                stage.CreatePerson("Human" + i);
            }

            await stage.WaitAsync(TimeSpan.FromMinutes(10));
            calls.Clear();
            await stage.WaitAsync(TimeSpan.FromHours(1));
            await stage.EndAsync(TimeSpan.FromMinutes(1));
        });

        var perHour = calls.Count(call => call.Path == "/rest/v1/leads.json") / 1.15;
        perHour.Should().BeLessThan(130, "a call each 35 seconds, and the rescans");
    }

    [Fact]
    public async Task A_deal_moves_its_people_by_the_seeds_one_form()
    {
        await using var stage = await Stage.SetAsync();
        var calls = stage.Record().Calls;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => InSeed(settings) with { OpportunityStages = new OpportunityStageSettings { SuppressBy = SuppressBy.Delete } });
            var contact = stage.CreateContact("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            var person = stage.PersonOf(contact).Id;
            stage.World.Marketo.SetProgramStatus(Stage.ProgramId("Spring Nurture"), person, "Engaged", "engaged");
            stage.CreateDeal("Closed Won", contact);
            await stage.EndAsync(TimeSpan.FromMinutes(20));
            stage.StatusIn("Spring Nurture", person).Should().BeNull();
            stage.StatusIn("Post-Sale Track", person).Should().Be("Enrolled");
        });

        stage.Letters.Should().BeEmpty();
        calls.Count(call => call.Path == "/rest/v1/leads/programs/members.json").Should().Be(2, "one removal, one enrolment");
        calls.Should().NotContain(call => call.Path.EndsWith("/members/status.json", StringComparison.Ordinal) || call.Path.EndsWith("/members/delete.json", StringComparison.Ordinal));
    }

    private static SyncSettings InSeed(SyncSettings settings) => settings with { Dialect = Dialect.Seed };

    private static int Refused(List<CallEntry> calls) => calls.Count(call => call.Codes.Contains("1003"));
}
