using System.Globalization;
using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.OrgData;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.OrgData;

public sealed class OrgSeederTests
{
    [Fact]
    public void The_org_holds_exactly_what_the_scenario_asks_for()
    {
        var systems = TestSystems.Of("{ people: 200, accounts: 30, contacts: 40%, linked: 75%, marketoOnly: 50 }");

        systems.Salesforce.Count("Account").Should().Be(30);
        systems.Salesforce.Count("Contact").Should().Be(80);
        systems.Salesforce.Count("Lead").Should().Be(120);
        systems.Marketo.LiveCount.Should().Be(200);
        systems.Salesforce.Rows("Lead").Concat(systems.Salesforce.Rows("Contact")).Count(row => row.Text("MarketoPersonId__c") is not null).Should().Be(150);
    }

    [Fact]
    public void Linked_pairs_know_each_other_and_agree_on_every_mapped_field()
    {
        var systems = TestSystems.Of("{ people: 200, accounts: 30 }");
        (string Row, string Person)[] fields =
        [
            ("Id", "sfdcPersonId"), ("Email", "email"), ("FirstName", "firstName"), ("LastName", "lastName"), ("MobilePhone", "mobilePhone"), ("Lead_Score__c", "leadScore"),
        ];
        (string Row, string Person)[] leadFields = [.. fields, ("Company", "company"), ("Status", "leadStatus")];
        (string Row, string Person)[] contactFields = [.. fields, ("AccountId", "sfdcAccountKey")];

        foreach (var row in systems.Salesforce.Rows("Lead").Concat(systems.Salesforce.Rows("Contact")))
        {
            var person = systems.Marketo.FindPerson(int.Parse(row.Text("MarketoPersonId__c")!, CultureInfo.InvariantCulture))!;
            foreach (var (rowField, personField) in row.Object == "Lead" ? leadFields : contactFields)
            {
                ValueText.Of(person.Get(personField)).Should().Be(ValueText.Of(row.Get(rowField)), $"{row.Object}.{rowField}");
            }
        }
    }

    [Fact]
    public void Nobody_shares_an_email_unless_duplicates_are_asked_for()
    {
        Emails(TestSystems.Of("{ people: 300, marketoOnly: 100 }")).Should().OnlyHaveUniqueItems();
        Emails(TestSystems.Of("{ people: 300, duplicates: 20% }")).GroupBy(email => email).Count(group => group.Count() > 1).Should().BeInRange(10, 60);

        static string[] Emails(TestSystems systems) =>
            [.. systems.Salesforce.Rows("Lead").Concat(systems.Salesforce.Rows("Contact")).Select(row => row.Text("Email")!)];
    }

    [Fact]
    public void One_seed_gives_one_org_and_another_seed_another()
    {
        Text(TestSystems.Of("{ people: 60 }")).Should().Be(Text(TestSystems.Of("{ people: 60 }")));
        Text(TestSystems.Of("{ people: 60 }")).Should().NotBe(Text(TestSystems.Of("{ people: 60 }", seed: 8)));

        static string Text(TestSystems systems) => string.Join('\n', systems.Records.Rows(ScenarioObject.Lead).Concat(systems.Records.Rows(ScenarioObject.Contact))
            .Select(row => $"{row.Id} {row.Get("Name")} {row.Get("Email")} {row.Get("MobilePhone")} {row.Get("MarketoPersonId__c")}"));
    }

    [Fact]
    public void An_empty_org_holds_nobody_but_has_the_campaign()
    {
        var systems = TestSystems.Of("{ empty: true }");

        systems.Marketo.LiveCount.Should().Be(0);
        systems.Salesforce.Count("Lead").Should().Be(0);
        systems.Marketo.Options.Campaigns.Should().Contain(campaign => campaign.Name == "Nurture Suppression" && campaign.Requestable);
    }

    [Fact]
    public void Every_word_of_the_vocabulary_is_a_field_of_its_simulator()
    {
        var systems = TestSystems.Of("{ people: 10, accounts: 2, opportunities: 1, nurtured: 100% }");
        var leads = systems.Salesforce.Rows("Lead");
        systems.Marketo.AddToList(StandardAssets.Lists[0].Id, systems.Marketo.People.First().Id).Should().BeTrue();
        systems.Salesforce.ConvertLead(leads[0].Id, new(), "test");
        systems.Salesforce.CreateRow("Task", [new("Subject", "Call")], "test");
        var person = systems.Marketo.People.First().Id;
        systems.Marketo.CreateCompany("001000000000001AAA", [], "test");
        systems.Marketo.AddToList(StandardAssets.Lists[0].Id, person);
        systems.Marketo.SetProgramStatus(StandardAssets.Programs[0].Id, person, "Member", "test");

        // A campaign request needs a call; its three words are read by the expectations of every scenario about promotion.
        foreach (var words in StandardVocabulary.Instance.ObjectWords.Where(words => words != ScenarioObject.CampaignRequest.Words))
        {
            var known = StandardVocabulary.Instance.Find(words)!;
            var row = systems.Records.Rows(known.Object)[0];
            foreach (var field in known.Fields)
            {
                row.Invoking(one => one.Get(field)).Should().NotThrow($"{words}.{field}");
            }
        }
    }
}
