using SfMarketo.Kernel.Faults;

namespace SfMarketo.Tests.Virtual;

/// <summary>A record that makes a server answer 500 is told from a server that is down, however little else travels (engine.md R10, R11).</summary>
public sealed class PoisonTests
{
    private const string People = "/rest/v1/leads.json";
    private const string Rows = "/services/data/*/composite/sobjects*";

    [Fact]
    public async Task A_record_that_kills_every_call_to_Marketo_is_a_letter_though_nothing_else_is_written()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        var poison = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.World.Marketo.Faults.Add(new FaultMatch { Method = "POST", Path = People, Body = "Poison" }, new Occurrence(times: null), [new StatusEffect(500)]);
            poison = stage.CreateLead("Ada", ("LastName", "Poison"));
            await stage.WaitAsync(TimeSpan.FromHours(3));
            (await stage.Life.Engine.DeadLettersAsync()).Should().ContainSingle().Which.Should().Match<SfMarketo.Sync.State.DeadLetter>(letter => letter.Code == "500" && letter.Subject == "sf:" + poison);
            stage.Edit(poison, "LastName", "Lovelace");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.ShouldBeInStep();
        log.Calls.Count(call => call.Sim == "marketo" && call.Status == 500).Should().BeLessThan(60, "it is tried with growing pauses");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_record_that_kills_every_call_to_Salesforce_is_a_letter_and_its_batch_mates_arrive(bool isAlone)
    {
        await using var stage = await Stage.SetAsync();
        var (poison, mates) = ("", new List<string>());
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            poison = stage.CreateLead("Ada");
            for (var mate = 0; mate < (isAlone ? 0 : 60); mate++)
            {
                mates.Add(stage.CreateLead("Mate" + mate));
            }

            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            stage.World.Salesforce.Faults.Add(new FaultMatch { Path = Rows, Body = poison }, new Occurrence(times: null), [new StatusEffect(500)]);
            stage.EditPerson(stage.PersonOf(poison).Id, "leadScore", 5);
            mates.ForEach(mate => stage.EditPerson(stage.PersonOf(mate).Id, "leadScore", 5));
            await stage.WaitAsync(TimeSpan.FromMinutes(30));
            mates.ForEach(mate => stage.Row(mate).Get("Lead_Score__c").Should().Be(5));
            await stage.EndAsync(TimeSpan.FromHours(3));
        });

        stage.Letters.Should().ContainSingle().Which.Should().Match<SfMarketo.Sync.State.DeadLetter>(letter => letter.Code == "500" && letter.Kind == "SalesforceUpdate" && letter.Subject == "sf:" + poison);
    }

    [Fact]
    public async Task A_person_who_cannot_be_created_in_Salesforce_is_a_letter_and_the_others_are_routed()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.World.Salesforce.Faults.Add(new FaultMatch { Path = Rows, Body = "Poison" }, new Occurrence(times: null), [new StatusEffect(500)]);
            stage.Qualify(stage.CreatePerson("Ada", ("lastName", "Poison")));
            for (var person = 0; person < 12; person++)
            {
                stage.Qualify(stage.CreatePerson("Person" + person));
            }

            await stage.EndAsync(TimeSpan.FromHours(3));
        });

        stage.Leads.Should().HaveCount(12);
        stage.Letters.Should().ContainSingle().Which.Code.Should().Be("500");
    }

    /// <summary>"createOrUpdate" is in the writes of real people alone, so that a probe could pass while they do not.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("createOrUpdate")]
    public async Task Forty_minutes_in_which_only_writes_of_people_answer_500_cost_no_record(string? body)
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.World.Marketo.Faults.Add(new FaultMatch { Method = "POST", Path = People, Body = body }, new Occurrence(times: null), [new StatusEffect(500)]);
            stage.CreateLead("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(20));
            stage.CreateLead("Bob");
            await stage.WaitAsync(TimeSpan.FromMinutes(20));
            stage.World.Marketo.Faults.Clear();
            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        stage.Letters.Should().BeEmpty();
        stage.ShouldBeInStep();
        stage.People.Should().HaveCount(2);
    }

    [Fact]
    public async Task Forty_minutes_in_which_only_writes_of_rows_answer_500_cost_no_record()
    {
        await using var stage = await Stage.SetAsync();
        var lead = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            (lead, var person) = await stage.LinkedLeadAsync("Ada");
            stage.World.Salesforce.Faults.Add(new FaultMatch { Path = Rows }, new Occurrence(times: null), [new StatusEffect(500)]);
            for (var edit = 0; edit < 8; edit++)
            {
                stage.EditPerson(person, "leadScore", edit);
                stage.Qualify(stage.CreatePerson("Person" + edit));
                await stage.WaitAsync(TimeSpan.FromMinutes(5));
            }

            stage.World.Salesforce.Faults.Clear();
            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        stage.Letters.Should().BeEmpty();
        stage.ShouldBeInStep();
        stage.Row(lead).Get("Lead_Score__c").Should().Be(7);
        stage.Leads.Should().HaveCount(9);
    }
}
