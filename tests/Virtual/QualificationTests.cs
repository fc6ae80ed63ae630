namespace SfMarketo.Tests.Virtual;

/// <summary>People who become MQL: a Lead is made only for whom Salesforce does not have (engine.md R13).</summary>
public sealed class QualificationTests
{
    [Fact]
    public async Task A_qualified_person_whose_Lead_exists_by_address_is_linked_to_it()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            // Both exist before the engine does, and the person is qualified when it first hears of either.
            stage.CreateLead("Ada");
            stage.CreatePerson("Ada", ("leadScore", 80), ("lifecycleStage", "MQL"));
            await stage.StartEngineAsync();
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.Leads.Should().ContainSingle().Which.Get("Lead_Score__c").Should().Be(80);
        stage.World.Salesforce.AssignmentExecutions.Should().BeEmpty();
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task A_person_and_a_Lead_with_one_address_that_appear_at_once_are_one_pair()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(2));
            for (var step = 0; step < 12; step++)
            {
                stage.Qualify(stage.CreatePerson("Human" + step));
                await stage.WaitAsync(TimeSpan.FromSeconds(3));
                stage.CreateLead("Human" + step);
            }

            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        stage.World.Marketo.People.Select(person => person.Id).Should().HaveCount(12);
        stage.People.Select(person => person.Get("sfdcPersonId")).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        stage.World.Salesforce.AssignmentExecutions.Select(run => run.LeadId).Should().OnlyHaveUniqueItems();
        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task A_qualified_person_whose_Lead_is_converted_updates_the_Contact()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            stage.Convert(stage.CreateLead("Ada"));
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            var person = stage.People.Should().ContainSingle().Which.Id;
            stage.World.Marketo.AddInterestingMoment(person, "Milestone", "Asked for a demo");
            stage.EditPerson(person, "leadScore", 80);
            stage.Qualify(person);
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.Leads.Should().ContainSingle();
        stage.World.Salesforce.AssignmentExecutions.Should().BeEmpty();
        stage.Contacts[0].Get("Lead_Score__c").Should().Be(80);
        stage.Contacts[0].Text("Last_Interesting_Moment__c").Should().StartWith("Milestone: Asked for a demo");
    }

    [Fact]
    public async Task A_moment_logged_seconds_after_the_qualification_still_reaches_the_Lead()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(2));
            for (var step = 0; step < 15; step++)
            {
                var person = stage.CreatePerson("Human" + step);
                stage.Qualify(person);
                await stage.WaitAsync(TimeSpan.FromSeconds(step));
                stage.World.Marketo.AddInterestingMoment(person, "Web", "Looked at prices " + step);
            }

            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.Leads.Should().HaveCount(15).And.AllSatisfy(lead => lead.Text("Last_Interesting_Moment__c").Should().StartWith("Web: Looked at prices"));
        stage.World.Salesforce.AssignmentExecutions.Should().HaveCount(15);
    }

    [Fact]
    public async Task A_person_who_is_recycled_and_qualified_again_keeps_the_one_Lead()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(2));
            var person = stage.CreatePerson("Ada");
            stage.Qualify(person);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.EditPerson(person, "lifecycleStage", "Recycled");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.World.Marketo.AddInterestingMoment(person, "Web", "Came back");
            stage.Qualify(person);
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.Leads.Should().ContainSingle().Which.Text("Last_Interesting_Moment__c").Should().StartWith("Web: Came back");
        stage.World.Salesforce.AssignmentExecutions.Should().ContainSingle();
        stage.ShouldBeInStep();
    }
}
