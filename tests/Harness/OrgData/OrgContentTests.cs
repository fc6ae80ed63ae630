using SfMarketo.Harness.OrgData;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Tests.Harness.OrgData;

/// <summary>Demo data and data files.</summary>
public sealed class OrgContentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly SalesforceOrg salesforce;
    private readonly MarketoInstance marketo;
    private readonly SeedClock clock = new(Now - OrgContent.History);

    public OrgContentTests()
    {
        salesforce = new SalesforceOrg(new SalesforceSimOptions { Users = OrgContent.Demo.Users, Queues = OrgContent.Demo.Queues }, clock, new Draws(7));
        marketo = new MarketoInstance(
            new MarketoSimOptions
            {
                Channels = StandardAssets.Channels,
                Programs = StandardAssets.Programs,
                Campaigns = StandardAssets.Campaigns,
                Lists = StandardAssets.Lists,
                Emails = StandardAssets.Emails,
                Forms = StandardAssets.Forms,
            },
            clock,
            new Draws(7));
    }

    [Fact]
    public void The_demo_fills_the_standard_objects_and_links_them()
    {
        OrgContent.Demo.Fill(marketo, salesforce, new Draws(7), clock, Now);

        salesforce.Count("Opportunity").Should().Be(150);
        salesforce.Count("OpportunityContactRole").Should().Be(150);
        salesforce.Count("Task").Should().Be(150);
        salesforce.Rows("Opportunity").Select(deal => deal.Text("StageName")).Should().Contain(["Closed Won", "Closed Lost", "Prospecting"]);
        salesforce.Rows("Lead").Select(lead => lead.Text("OwnerId")).Distinct().Should().HaveCount(4, "each active user with a time zone owns some");
        var person = marketo.People.First(person => person.Get("sfdcAccountKey") is not null);
        person.Get("externalCompanyId").Should().Be(person.Get("sfdcAccountKey"));
        person.Get("company").Should().Be(salesforce.Find((string)person.Get("sfdcAccountKey")!)!.Text("Name"), "the company's name is inherited");
        salesforce.Find((string)person.Get("sfdcPersonId")!)!.Text("MarketoPersonId__c").Should().Be(person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_demo_has_a_month_of_activity_that_ends_now()
    {
        OrgContent.Demo.Fill(marketo, salesforce, new Draws(7), clock, Now);

        var activities = marketo.Activities.ToList();
        var types = activities.Select(activity => activity.TypeId).ToHashSet();
        types.Should().Contain([2, 6, 7, 10, 11, 12, 22, 24, 46, 104]);
        activities[0].At.Should().Be(Micros.From(Now - OrgContent.History));
        activities[^1].At.Should().BeInRange(Micros.From(Now.AddDays(-3)), Micros.From(Now));
        activities.Select(activity => activity.At).Should().BeInAscendingOrder();
        clock.GetUtcNow().Should().Be(Now);
    }

    [Fact]
    public void A_data_file_makes_counted_and_fixed_records_that_refer_to_each_other()
    {
        var content = OrgContentReader.Read("data.yaml", """
            org: { people: 4, accounts: 2, marketoOnly: 0 }
            salesforce:
              - { object: Account, as: engines, with: { Name: Engines } }
              - { object: Contact, as: ada, with: { LastName: Lovelace, AccountId: $engines, Email: ada@lovelace.example } }
            marketo:
              - with: { email: ada@lovelace.example, lastName: Lovelace, sfdcPersonId: $ada, leadScore: 40 }
            """, out var complaints);

        complaints.Should().BeNull();
        content!.Fill(marketo, salesforce, new Draws(7), clock, Now);

        salesforce.Count("Account").Should().Be(3);
        var contact = salesforce.Rows("Contact").Single(row => row.Text("Email") == "ada@lovelace.example");
        salesforce.Find(contact.Text("AccountId")!)!.Text("Name").Should().Be("Engines");
        var person = marketo.FindPerson(marketo.FindPeople("email", "ada@lovelace.example").Single())!;
        (person.Get("sfdcPersonId"), person.Get("leadScore")).Should().Be((contact.Id, 40));
        marketo.LiveCount.Should().Be(5);
    }

    [Theory]
    [InlineData("org: { peple: 4 }", "data.yaml:1:8", "did you mean 'people'?")]
    [InlineData("salesforce:\n  - { object: Lead }", "data.yaml:2:5", "'with' is missing")]
    [InlineData("salesforce:\n  - { with: { LastName: x } }", "data.yaml:2:5", "'object' is missing")]
    [InlineData("marketo:\n  - { object: Lead, with: { email: x } }", "data.yaml:2:7", "unknown key 'object'")]
    [InlineData("{\"org\": {\"people\": \"many\"}}", "data.yaml:1:20", "'many' is no whole number")]
    [InlineData("past: yes", "data.yaml:1:7", "true or false")]
    public void A_wrong_data_file_is_told_with_line_and_column(string text, string place, string complaint)
    {
        OrgContentReader.Read("data.yaml", text, out var complaints).Should().BeNull();

        complaints.Should().Contain(place).And.Contain(complaint).And.Contain("Exit code 2");
    }

    [Theory]
    [InlineData("salesforce:\n  - { object: Lead, with: { LastName: x } }", "data.yaml:2: the Lead cannot be made: REQUIRED_FIELD_MISSING*")]
    [InlineData("salesforce:\n  - { object: Led, with: { LastName: x } }", "data.yaml:2: the Led cannot be made: *")]
    [InlineData("marketo:\n  - with: { shoeSize: 44 }", "data.yaml:2: the person cannot be made: Marketo people have no field 'shoeSize'*")]
    [InlineData("salesforce:\n  - { object: Contact, with: { LastName: x, AccountId: $acme } }", "data.yaml:2: the Contact cannot be made: $acme refers to no record above it*")]
    public void A_record_that_a_system_refuses_is_told_with_its_line(string text, string message)
    {
        var content = OrgContentReader.Read("data.yaml", text, out _)!;

        content.Invoking(one => one.Fill(marketo, salesforce, new Draws(7), clock, Now)).Should().Throw<OrgContentException>().WithMessage(message);
    }
}
