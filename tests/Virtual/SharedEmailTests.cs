namespace SfMarketo.Tests.Virtual;

/// <summary>Two Salesforce records with one address are one person; the second record follows (engine.md R3, R8).</summary>
public sealed class SharedEmailTests
{
    [Fact]
    public async Task Two_Leads_with_one_address_created_at_once_are_one_person()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.CreateLead("First", ("Email", "shared@example.com"));
            stage.CreateLead("Second", ("Email", "shared@example.com"));
            await stage.WaitAsync(TimeSpan.FromMinutes(10));
            await EditBothAsync(stage, stage.Leads.Select(lead => lead.Id));
        });

        AssertOnePerson(stage);
    }

    [Fact]
    public async Task A_Lead_and_a_Contact_with_one_address_are_one_person()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.CreateContact("First", ("Email", "shared@example.com"));
            stage.CreateLead("Second", ("Email", "Shared@Example.com"));
            await stage.WaitAsync(TimeSpan.FromMinutes(10));
            await EditBothAsync(stage, stage.Leads.Concat(stage.Contacts).Select(row => row.Id));
        });

        AssertOnePerson(stage);
    }

    [Fact]
    public async Task A_Lead_that_is_met_before_the_Contact_that_has_its_person_follows_that_Contact()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            var contact = stage.CreateContact("First", ("Email", "shared@example.com"));
            var person = stage.CreatePerson("First", ("email", "shared@example.com"), ("sfdcPersonId", contact));
            stage.Edit(contact, "MarketoPersonId__c", person.ToString(System.Globalization.CultureInfo.InvariantCulture));
            stage.CreateLead("Second", ("Email", "shared@example.com"));
            await stage.StartEngineAsync(settings => settings with { FlushAge = TimeSpan.FromSeconds(1) });
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.World.Marketo.People.Select(person => person.Id).Should().ContainSingle();
        stage.PersonOf(stage.Contacts[0].Id).Get("sfdcPersonId").Should().Be(stage.Contacts[0].Id);
        stage.Letters.Should().BeEmpty();
    }

    private static async Task EditBothAsync(Stage stage, IEnumerable<string> ids)
    {
        foreach (var id in ids.ToList())
        {
            stage.Edit(id, "MobilePhone", "of " + id);
        }

        await stage.EndAsync(TimeSpan.FromMinutes(20));
    }

    private static void AssertOnePerson(Stage stage)
    {
        stage.World.Marketo.People.Select(person => person.Id).Should().ContainSingle();
        var person = stage.People[0];
        person.Get("mobilePhone").Should().Be("of " + person.Get("sfdcPersonId"), "the follower's edits do not flow");
        var stamped = stage.Leads.Concat(stage.Contacts).Where(row => row.Text("MarketoPersonId__c") is not null);
        stamped.Select(row => row.Id).Should().ContainSingle().Which.Should().Be((string)person.Get("sfdcPersonId")!);
        stage.Letters.Should().BeEmpty();
    }
}
