using SfMarketo.Harness.Network;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Tests.Virtual;

/// <summary>One system is out of reach for hours: what is wanted waits, no record is given up for it, and afterwards both agree (engine.md R9, R11).</summary>
public sealed class OutageTests
{
    private static readonly TimeSpan Outage = TimeSpan.FromHours(3);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Three_hours_without_a_line_cost_no_record(bool isMarketo)
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        var (lead, first, late) = ("", 0, 0);
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            (lead, first) = await stage.LinkedLeadAsync("Ada");
            stage.Edit(lead, "MobilePhone", "+1 555 0100");
            stage.EditPerson(first, "leadStatus", "Working - Contacted");
            await stage.WaitAsync(TimeSpan.FromSeconds(50));
            Cut(stage, isMarketo, Outage);
            for (var minute = 0; minute < 12; minute++)
            {
                stage.CreateLead("Lead" + minute);
                stage.Edit(lead, "LastName", "Tester" + minute);
                stage.EditPerson(first, "leadScore", minute);
                late = stage.CreatePerson("Person" + minute);
                stage.Qualify(late);
                await stage.WaitAsync(TimeSpan.FromMinutes(1));
            }

            await stage.WaitAsync(Outage);
            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        stage.Letters.Should().BeEmpty();
        stage.ShouldBeInStep();
        stage.Leads.Should().HaveCount(25);
        stage.People.Should().HaveCount(25);
        stage.Row(lead).Get("Lead_Score__c").Should().Be(11);
        stage.Leads.Should().ContainSingle(row => Equals(row.Get("MarketoPersonId__c"), late.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        (isMarketo ? stage.ToMarketo : stage.ToSalesforce).Faults.Lost.Should().BeLessThan(400, "only probes go out");
        log.Calls.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_Lead_converted_while_its_person_waits_for_Marketo_is_promoted()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.ToMarketo.Faults.Add(CallFate.RequestLost, Calls.CreatesPeople, times: int.MaxValue);
            for (var lead = 0; lead < 20; lead++)
            {
                stage.CreateLead("First" + lead);
                await stage.WaitAsync(TimeSpan.FromMinutes(2));
            }

            // By now writes of people are probed every five minutes; a look-up is answered, and the create that it asks for waits.
            var waiting = stage.CreateLead("Ada");
            await stage.WaitAsync(TimeSpan.FromSeconds(70));
            stage.Convert(waiting);
            await stage.WaitAsync(TimeSpan.FromMinutes(2));
            stage.ToMarketo.Faults.Clear();
            await stage.EndAsync(TimeSpan.FromMinutes(40));
        });

        stage.ShouldBeInStep();
        stage.People.Should().HaveCount(21);
        stage.SuppressionsOf(stage.PersonOf(stage.Contacts[0].Id).Id).Should().Be(1);
    }

    [Fact]
    public async Task A_system_that_answers_500_for_hours_costs_no_record()
    {
        await using var stage = await Stage.SetAsync();
        var lead = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            (lead, _) = await stage.LinkedLeadAsync("Ada");
            stage.World.Marketo.Faults.Add(new FaultMatch(), new Occurrence(times: null), [new StatusEffect(500)]);
            stage.World.Salesforce.Faults.Add(new FaultMatch(), new Occurrence(times: null), [new StatusEffect(500)]);
            for (var edit = 0; edit < 20; edit++)
            {
                stage.CreateLead("Lead" + edit);
                stage.Edit(lead, "LastName", "Tester" + edit);
                stage.Qualify(stage.CreatePerson("Person" + edit));
                await stage.WaitAsync(TimeSpan.FromMinutes(3));
            }

            await stage.WaitAsync(Outage);
            stage.World.Salesforce.Faults.Clear();
            await stage.WaitAsync(TimeSpan.FromHours(1));
            stage.World.Marketo.Faults.Clear();
            await stage.EndAsync(TimeSpan.FromMinutes(40));
        });

        stage.Letters.Should().BeEmpty();
        stage.ShouldBeInStep();
        stage.People.Should().HaveCount(41);
        stage.PersonOf(lead).Get("lastName").Should().Be("Tester19");
    }

    [Fact]
    public async Task A_record_that_makes_Marketo_answer_500_is_one_letter_as_long_as_others_are_taken()
    {
        await using var stage = await Stage.SetAsync();
        var poison = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.World.Marketo.Faults.Add(new FaultMatch { Method = "POST", Path = "/rest/v1/leads.json", Body = "Poison" }, new Occurrence(times: null), [new StatusEffect(500)]);
            poison = stage.CreateLead("Ada", ("LastName", "Poison"));
            for (var lead = 0; lead < 40; lead++)
            {
                stage.CreateLead("Lead" + lead);
                await stage.WaitAsync(TimeSpan.FromMinutes(lead < 20 ? 0 : 1));
            }

            await stage.EndAsync(TimeSpan.FromMinutes(40));
        });

        stage.People.Should().HaveCount(40, "batch mates are not held up");
        stage.Letters.Should().ContainSingle().Which.Should().Match<SfMarketo.Sync.State.DeadLetter>(letter => letter.Code == "500" && letter.Subject == "sf:" + poison);
    }

    [Fact]
    public async Task A_spent_day_of_Salesforce_requests_is_waited_out_with_a_probe_now_and_then()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        var lead = "";
        var spent = 0L;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            (lead, var person) = await stage.LinkedLeadAsync("Ada");
            stage.World.Salesforce.Faults.Add(new FaultMatch { Path = "/services/data/*" }, new Occurrence(times: null), [new CodeEffect("REQUEST_LIMIT_EXCEEDED")]);
            for (var edit = 0; edit < 10; edit++)
            {
                stage.EditPerson(person, "leadScore", edit);
                stage.Qualify(stage.CreatePerson("Person" + edit));
                await stage.WaitAsync(TimeSpan.FromMinutes(3));
            }

            await stage.WaitAsync(Outage);
            spent = log.Calls.Count(call => call.Codes.Contains("REQUEST_LIMIT_EXCEEDED"));
            stage.World.Salesforce.Faults.Clear();
            await stage.EndAsync(TimeSpan.FromMinutes(60));
        });

        spent.Should().BeLessThan(40, "a probe each 15 minutes, and those that were under way");
        stage.Letters.Should().BeEmpty();
        stage.ShouldBeInStep();
        stage.Row(lead).Get("Lead_Score__c").Should().Be(9);
    }

    [Fact]
    public async Task A_write_whose_record_cannot_be_read_is_given_up_with_the_read()
    {
        await using var stage = await Stage.SetAsync();
        var lead = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            (lead, var person) = await stage.LinkedLeadAsync("Ada");
            stage.World.Salesforce.Faults.Add(new FaultMatch { Path = "/services/data/*/query", Query = "WHERE Id IN" }, new Occurrence(times: null), [new CodeEffect("QUERY_TIMEOUT")]);
            stage.EditPerson(person, "leadStatus", "Working - Contacted");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.Letters.Select(letter => (letter.Kind, letter.Code)).Should().BeEquivalentTo([("SalesforceRead", "QUERY_TIMEOUT"), ("SalesforceUpdate", "QUERY_TIMEOUT")]);
        stage.Row(lead).Get("Status").Should().NotBe("Working - Contacted", "an edit there could have been overwritten unseen");
    }

    private static void Cut(Stage stage, bool isMarketo, TimeSpan span)
    {
        var now = stage.World.Clock.GetUtcNow();
        (isMarketo ? stage.ToMarketo : stage.ToSalesforce).Faults.Partitions = [(now, now + span)];
    }
}
