using SfMarketo.Harness.Network;

namespace SfMarketo.Tests.Virtual;

/// <summary>The server did what was asked and the answer is lost, or the request never arrived: nothing is done twice, nothing is left undone (engine.md R9).</summary>
public sealed class LostAnswerTests
{
    [Theory]
    [InlineData(CallFate.AnswerLost)]
    [InlineData(CallFate.AnswerNeverComes)]
    [InlineData(CallFate.RequestLost)]
    public async Task A_lost_create_of_people_makes_each_person_once(CallFate fate)
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            stage.ToMarketo.Faults.Add(fate, Calls.CreatesPeople, times: 2);
            for (var lead = 0; lead < 5; lead++)
            {
                stage.CreateLead("Lead" + lead);
            }

            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.ToMarketo.Faults.Lost.Should().BeGreaterThan(0);
        stage.World.Marketo.People.Select(person => person.Id).Should().HaveCount(5);
        stage.ShouldBeInStep();
    }

    [Theory]
    [InlineData(CallFate.AnswerLost)]
    [InlineData(CallFate.AnswerNeverComes)]
    [InlineData(CallFate.RequestLost)]
    public async Task A_lost_create_of_Leads_makes_each_Lead_once_and_assigns_it_once(CallFate fate)
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.ToSalesforce.Faults.Add(fate, Calls.CreatesLeads, times: 2);
            for (var person = 0; person < 5; person++)
            {
                stage.Qualify(stage.CreatePerson("Person" + person));
            }

            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.ToSalesforce.Faults.Lost.Should().BeGreaterThan(0);
        stage.World.Salesforce.Rows("Lead", includeDeleted: true).Should().HaveCount(5);
        stage.World.Salesforce.AssignmentExecutions.Select(run => run.LeadId).Should().HaveCount(5).And.OnlyHaveUniqueItems();
        stage.ShouldBeInStep();
    }

    [Theory]
    [InlineData(CallFate.AnswerLost)]
    [InlineData(CallFate.AnswerNeverComes)]
    [InlineData(CallFate.RequestLost)]
    public async Task A_lost_campaign_request_is_made_once(CallFate fate)
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var leads = Enumerable.Range(0, 4).Select(lead => stage.CreateLead("Lead" + lead)).ToList();
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            stage.ToMarketo.Faults.Add(fate, Calls.RequestsCampaign);
            leads.ForEach(lead => stage.Convert(lead));
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.ToMarketo.Faults.Lost.Should().Be(1);
        stage.People.Should().HaveCount(4).And.AllSatisfy(person => stage.SuppressionsOf(person.Id).Should().Be(1));
        stage.ShouldBeInStep();
    }

    [Theory]
    [InlineData(CallFate.AnswerLost)]
    [InlineData(CallFate.AnswerNeverComes)]
    [InlineData(CallFate.RequestLost)]
    public async Task A_lost_update_of_a_person_arrives_and_a_human_edit_meanwhile_stays(CallFate fate)
    {
        await using var stage = await Stage.SetAsync();
        var lead = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            lead = stage.CreateLead("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            stage.ToMarketo.Faults.Add(fate, Calls.UpdatesPeople);
            stage.Edit(lead, "MobilePhone", "+1 555 0100");
            await stage.WaitAsync(TimeSpan.FromSeconds(65));
            var person = stage.PersonOf(lead).Id;
            stage.EditPerson(person, "leadScore", 40);
            stage.EditPerson(person, "leadStatus", "Working - Contacted");
            stage.Edit(lead, "LastName", "Lovelace");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.ToMarketo.Faults.Lost.Should().Be(1);
        stage.ShouldBeInStep();
        stage.Row(lead).Get("Lead_Score__c").Should().Be(40);
        stage.Row(lead).Get("Status").Should().Be("Working - Contacted");
        stage.PersonOf(lead).Get("leadStatus").Should().Be("Working - Contacted");
        stage.PersonOf(lead).Get("lastName").Should().Be("Lovelace");
    }

    [Theory]
    [InlineData(CallFate.AnswerLost)]
    [InlineData(CallFate.AnswerNeverComes)]
    [InlineData(CallFate.RequestLost)]
    public async Task A_lost_update_of_a_Lead_arrives_and_a_human_edit_meanwhile_stays(CallFate fate)
    {
        await using var stage = await Stage.SetAsync();
        var lead = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            lead = stage.CreateLead("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            stage.ToSalesforce.Faults.Add(fate, Calls.UpdatesRows);
            stage.EditPerson(stage.PersonOf(lead).Id, "leadScore", 40);
            stage.EditPerson(stage.PersonOf(lead).Id, "leadStatus", "Working - Contacted");
            await stage.WaitAsync(TimeSpan.FromSeconds(70));
            stage.Edit(lead, "Status", "Closed - Not Converted");
            stage.Edit(lead, "LastName", "Lovelace");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.ToSalesforce.Faults.Lost.Should().Be(1);
        stage.ShouldBeInStep();
        stage.Row(lead).Get("Lead_Score__c").Should().Be(40);
        stage.Row(lead).Get("Status").Should().Be("Closed - Not Converted", "the human's later word counts");
        stage.PersonOf(lead).Get("leadStatus").Should().Be("Closed - Not Converted");
    }

    [Fact]
    public async Task An_hour_of_edits_with_five_percent_of_calls_lost_each_way_ends_in_step()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            foreach (var way in new[] { stage.ToMarketo, stage.ToSalesforce })
            {
                way.Faults.RequestLoss = 0.05;
                way.Faults.AnswerLoss = 0.05;
            }

            var draws = stage.World.Draws.Fork("edits");
            var leads = new List<string>();
            for (var minute = 0; minute < 60; minute++)
            {
                leads.Add(stage.CreateLead("Lead" + minute));
                await stage.WaitAsync(TimeSpan.FromSeconds(20));
                stage.Edit(draws.Pick(leads), "MobilePhone", "+1 555 " + (1000 + minute));
                stage.Edit(draws.Pick(leads), "LastName", "Tester" + minute);
                await stage.WaitAsync(TimeSpan.FromSeconds(20));
                if (stage.People is { Count: > 0 } people)
                {
                    stage.EditPerson(draws.Pick(people).Id, "leadScore", minute);
                    stage.EditPerson(draws.Pick(people).Id, "mobilePhone", "overwritten");
                }

                await stage.WaitAsync(TimeSpan.FromSeconds(20));
            }

            await stage.EndAsync(TimeSpan.FromHours(2));
        });

        stage.ToMarketo.Faults.Lost.Should().BeGreaterThan(10);
        stage.ToSalesforce.Faults.Lost.Should().BeGreaterThan(10);
        stage.Letters.Should().BeEmpty();
        stage.ShouldBeInStep();
        stage.World.Marketo.People.Select(person => person.Id).Should().HaveCount(60);
        stage.Leads.Select(lead => lead.Id).Should().HaveCount(60);
        stage.ShouldBeInStep();
        foreach (var lead in stage.Leads)
        {
            (lead.Get("Lead_Score__c") ?? 0d).Should().Be(System.Convert.ToDouble(stage.PersonOf(lead.Id).Get("leadScore") ?? 0, System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
