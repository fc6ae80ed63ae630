using SfMarketo.Harness.Network;
using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org.Conversion;

namespace SfMarketo.Tests.Virtual;

/// <summary>Conversions at awkward moments: one person for each human, stamped with the Contact (engine.md R7).</summary>
public sealed class ConversionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(33)]
    [InlineData(40)]
    [InlineData(50)]
    [InlineData(300)]
    public async Task A_Lead_converted_at_any_age_leaves_one_person_who_is_the_Contact(int seconds)
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            var lead = stage.CreateLead("Ada", ("MobilePhone", "+1 555 0100"));
            await stage.WaitAsync(TimeSpan.FromSeconds(seconds));
            stage.Convert(lead);
            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        ShouldBeContacts(stage, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(45)]
    [InlineData(50)]
    public async Task An_edit_on_either_side_just_before_the_conversion_is_kept(int seconds)
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var lead = stage.CreateLead("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            stage.Edit(lead, "MobilePhone", "+1 555 0100");
            stage.EditPerson(stage.PersonOf(lead).Id, "leadScore", 77);
            await stage.WaitAsync(TimeSpan.FromSeconds(seconds));
            stage.Convert(lead);
            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        ShouldBeContacts(stage, 1);
        stage.Contacts[0].Get("Lead_Score__c").Should().Be(77);
        stage.People[0].Get("mobilePhone").Should().Be("+1 555 0100");
    }

    [Fact]
    public async Task A_Contact_that_is_read_before_its_Lead_is_not_a_second_person()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var leads = Enumerable.Range(0, 8).Select(lead => stage.CreateLead("Lead" + lead, ("Email", null))).ToList();
            await stage.WaitAsync(TimeSpan.FromMinutes(4));

            // The two objects are asked one after the other: spread over a poll, some conversions fall between.
            foreach (var lead in leads)
            {
                stage.Convert(lead);
                await stage.WaitAsync(TimeSpan.FromSeconds(4));
            }

            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        ShouldBeContacts(stage, 8);
    }

    [Fact]
    public async Task A_conversion_that_does_not_carry_the_link_field_is_linked_all_the_same()
    {
        await using var stage = await Stage.SetAsync(shape: shape => shape with { ConversionFieldMap = [] });
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var lead = stage.CreateLead("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            stage.EditPerson(stage.PersonOf(lead).Id, "leadScore", 77);
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            stage.Convert(lead);
            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        ShouldBeContacts(stage, 1);
        stage.Contacts[0].Get("Lead_Score__c").Should().Be(77);
    }

    [Fact]
    public async Task A_conversion_into_a_Contact_without_a_person_gives_it_the_Leads_person()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            // Before the engine's first look the Contact has no person, and no address by which one could be found.
            var contact = stage.CreateContact("Ada", ("Email", null));
            var lead = stage.CreateLead("Ada");
            stage.Convert(lead, Into(stage, contact));
            await stage.StartEngineAsync();
            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        stage.People.Should().ContainSingle();
        stage.PersonOf(stage.Contacts[0].Id).Should().NotBeNull();
    }

    [Fact]
    public async Task A_conversion_into_a_Contact_with_a_person_makes_no_third_one_and_loses_no_edit()
    {
        await using var stage = await Stage.SetAsync();
        var contact = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            contact = stage.CreateContact("Ada");
            var lead = stage.CreateLead("Adele");
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            stage.Convert(lead, Into(stage, contact));
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            stage.Edit(contact, "MobilePhone", "+1 555 0100");
            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        stage.World.Marketo.People.Should().HaveCount(2, "two people of one human wait for a merge");
        stage.PersonOf(contact).Get("mobilePhone").Should().Be("+1 555 0100");
    }

    [Fact]
    public async Task Fifty_at_once_are_promoted_once_each_after_their_update()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var leads = Enumerable.Range(0, 50).Select(lead => stage.CreateLead("Lead" + lead)).ToList();
            await stage.WaitAsync(TimeSpan.FromMinutes(4));
            leads.ForEach(lead => stage.Convert(lead));
            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        ShouldBeContacts(stage, 50);
        foreach (var request in stage.World.Marketo.CampaignRequests)
        {
            log.Commits.Should().Contain(
                commit => commit.Sim == "marketo" && commit.Actor == Actor.Client && commit.Object == "Person" && commit.At < request.At
                    && commit.Id == request.PersonId.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    && commit.Fields.Any(field => field.Name == "lifecycleStage" && Equals(field.New, "SQL")),
                "the campaign must see the person promoted");
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("ada@before.example", "ada@after.example")]
    public async Task A_Lead_that_got_another_address_and_was_converted_while_it_was_created_is_one_person(string? before, string? after)
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { FlushAge = TimeSpan.FromSeconds(1) });
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.World.Marketo.Faults.Add(
                new FaultMatch { Method = "POST", Path = "/rest/v1/leads.json", Body = "\"create" }, new Occurrence(times: 1), [new LatencyEffect(DrawnDuration.Constant(TimeSpan.FromSeconds(80)))]);
            var sent = false;
            stage.ToMarketo.Faults.Add(CallFate.Arrives, request =>
            {
                sent |= Calls.CreatesPeople(request);
                return false;
            });
            var lead = stage.CreateLead("Ada", ("Email", before));
            while (!sent)
            {
                await stage.WaitAsync(TimeSpan.FromSeconds(1));
            }

            stage.Edit(lead, "Email", after);
            stage.Convert(lead);
            await stage.EndAsync(TimeSpan.FromMinutes(30));
        });

        ShouldBeContacts(stage, 1);
    }

    private static LeadConversion Into(Stage stage, string contact) =>
        new() { AccountId = stage.Row(contact).Text("AccountId"), ContactId = contact, DoNotCreateOpportunity = true };

    private static void ShouldBeContacts(Stage stage, int count)
    {
        stage.World.Marketo.People.Select(person => person.Id).Should().HaveCount(count);
        stage.Contacts.Should().HaveCount(count);
        stage.ShouldBeInStep();
        foreach (var contact in stage.Contacts)
        {
            var person = stage.PersonOf(contact.Id);
            person.Get("lifecycleStage").Should().Be("SQL");
            person.Get("leadStatus").Should().Be("Closed - Converted");
            person.Get("sfdcAccountKey").Should().Be(contact.Get("AccountId"));
            stage.SuppressionsOf(person.Id).Should().Be(1);
        }
    }
}
