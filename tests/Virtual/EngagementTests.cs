using SfMarketo.Sync.Flows.Engagement;

namespace SfMarketo.Tests.Virtual;

/// <summary>Form fills and clicks become Tasks, as the simulators recorded it (engine.md R12).</summary>
public sealed class EngagementTests
{
    private static readonly EngagementRule[] Everything =
    [
        new("Fill Out Form", EngagementMode.All, "Filled out form"),
        new("Click Email", EngagementMode.All, "Clicked e-mail"),
        new("Open Email", EngagementMode.DailyDigest, "Opened e-mail"),
    ];

    [Fact]
    public async Task A_form_fill_becomes_a_completed_Task_of_the_Leads_owner()
    {
        await using var stage = await Stage.SetAsync();
        var lead = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            (lead, var person) = await stage.LinkedLeadAsync("Ada");
            stage.Fills(person);
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        var task = stage.Tasks.Should().ContainSingle().Which;
        task.Text("WhoId").Should().Be(lead);
        task.Text("OwnerId").Should().Be(stage.SellerId);
        task.Text("Subject").Should().Be("Filled out form: Contact Us");
        task.Text("Status").Should().Be("Completed");
        task.Text("Priority").Should().Be("Normal");
        task.Text("TaskSubtype").Should().Be("Task");
        task.Get("Type").Should().BeNull();
        task.Get("WhatId").Should().BeNull();
        task.Text("Description").Should().Contain("https://www.example.com/contact").And.Contain("2026-03-03T12:");
        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task The_first_click_of_a_day_on_an_email_becomes_a_Task_and_an_open_does_not()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var (_, person) = await stage.LinkedLeadAsync("Ada");
            stage.Opens(person);
            stage.Clicks(person);
            await stage.WaitAsync(TimeSpan.FromMinutes(2));
            stage.Clicks(person, link: "https://www.example.com/other");
            stage.Clicks(person, "Summer Launch", 4009);
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        stage.Tasks.Select(task => task.Text("Subject")).Should().BeEquivalentTo("Clicked e-mail: Spring Launch", "Clicked e-mail: Summer Launch");
    }

    [Fact]
    public async Task A_machines_click_becomes_no_Task()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var (_, person) = await stage.LinkedLeadAsync("Ada");
            stage.World.Marketo.ClickEmail(person, Stage.SpringLaunch, "https://www.example.com/offer", bot: true);
            stage.World.Marketo.FillOutForm(person, Stage.Form, []);
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        stage.Tasks.Should().ContainSingle().Which.Text("Subject").Should().Be("Filled out form: Contact Us");
    }

    [Fact]
    public async Task The_day_is_the_owners()
    {
        // 23:30 on the 3rd in Los Angeles, 16:30 on the 4th in Tokyo.
        await using var stage = await Stage.SetAsync(shape: shape => shape with { Start = new DateTimeOffset(2026, 3, 4, 7, 26, 0, TimeSpan.Zero), SellerZone = "America/Los_Angeles" });
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var (_, person) = await stage.LinkedLeadAsync("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.Clicks(person);
            await stage.WaitAsync(TimeSpan.FromMinutes(40));
            stage.Clicks(person);
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        stage.Tasks.Select(task => task.Text("ActivityDate")).Should().BeEquivalentTo(["2026-03-03", "2026-03-04"], "midnight of the owner lies between the two clicks");
    }

    [Fact]
    public async Task A_person_gets_its_Task_when_it_is_linked_and_nothing_from_before_go_live()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            var person = stage.CreatePerson("Ada");
            stage.Fills(person, "Before");
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.Fills(person, "After");
            await stage.WaitAsync(TimeSpan.FromHours(20));
            stage.Qualify(person);
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        stage.Tasks.Should().ContainSingle().Which.Text("Subject").Should().Be("Filled out form: After");
    }

    [Fact]
    public async Task An_activity_of_an_unlinked_person_is_dropped_after_its_time()
    {
        await using var stage = await Stage.SetAsync();
        var outcomes = new List<(string Outcome, long Count)>();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { Engagement = new EngagementSettings { UnlinkedKept = TimeSpan.FromHours(2) } });
            var person = stage.CreatePerson("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.Fills(person);
            await stage.WaitAsync(TimeSpan.FromHours(3));
            stage.Qualify(person);
            await stage.WaitAsync(TimeSpan.FromMinutes(10));
            outcomes = await stage.Life.Engine.EngagementOutcomesAsync();
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        stage.Tasks.Should().BeEmpty();
        outcomes.Should().Equal(("Unlinked", 1L));
    }

    [Fact]
    public async Task A_person_has_at_most_so_many_Tasks_a_day()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { Engagement = new EngagementSettings { TasksPerPersonAndDay = 3 } });
            var (_, person) = await stage.LinkedLeadAsync("Ada");
            for (var fill = 0; fill < 5; fill++)
            {
                stage.Fills(person);
                await stage.WaitAsync(TimeSpan.FromMinutes(1));
            }

            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        stage.Tasks.Should().HaveCount(3);
    }

    [Fact]
    public async Task After_a_conversion_the_Task_goes_to_the_Contact()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var (lead, person) = await stage.LinkedLeadAsync("Ada");
            stage.Fills(person);
            stage.Convert(lead);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.Fills(person);
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        stage.Tasks.Should().HaveCount(2).And.AllSatisfy(task => task.Text("WhoId").Should().Be(stage.Contacts[0].Id));
        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task A_queues_Lead_gives_its_Task_to_the_configured_user()
    {
        await using var stage = await Stage.SetAsync(shape: shape => shape with { Queues = ["Nurture"] });
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { Engagement = new EngagementSettings { FallbackTaskOwner = stage.SellerId } });
            var (lead, person) = await stage.LinkedLeadAsync("Ada");
            stage.Edit(lead, "OwnerId", stage.QueueId("Nurture"));
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.Fills(person);
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        stage.Tasks.Should().ContainSingle().Which.Text("OwnerId").Should().Be(stage.SellerId);
    }

    [Fact]
    public async Task A_deleted_Lead_gets_no_Task_and_no_dead_letter()
    {
        await using var stage = await Stage.SetAsync();
        var outcomes = new List<(string Outcome, long Count)>();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var (lead, person) = await stage.LinkedLeadAsync("Ada");
            stage.World.Salesforce.DeleteRow(lead, "deleted");
            stage.Fills(person);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            outcomes = await stage.Life.Engine.EngagementOutcomesAsync();
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        stage.Tasks.Should().BeEmpty();
        stage.Letters.Should().BeEmpty();
        outcomes.Should().Equal(("Gone", 1L));
    }

    [Fact]
    public async Task Opens_become_one_digest_after_the_owners_day()
    {
        await using var stage = await Stage.SetAsync(shape: shape => shape with { Start = new DateTimeOffset(2026, 3, 3, 20, 0, 0, TimeSpan.Zero), SellerZone = "Europe/Berlin" });
        var before = -1;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { Engagement = new EngagementSettings { Rules = Everything } });
            var (_, person) = await stage.LinkedLeadAsync("Ada");
            for (var open = 0; open < 4; open++)
            {
                stage.Opens(person);
                await stage.WaitAsync(TimeSpan.FromMinutes(20));
            }

            await stage.WaitAsync(TimeSpan.FromMinutes(97));
            before = stage.Tasks.Count;
            await stage.WaitAsync(TimeSpan.FromHours(1));
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        before.Should().Be(0, "at 23:00 UTC the day ends in Berlin");
        var task = stage.Tasks.Should().ContainSingle().Which;
        task.Text("Subject").Should().Be("Marketing engagement: 4 x Opened e-mail");
        task.Text("ActivityDate").Should().Be("2026-03-03");
        task.Text("MarketoGuid__c").Should().StartWith("digest:").And.EndWith(":2026-03-03");
    }
}
