using SfMarketo.Harness.Workload;
using SfMarketo.Tests.Harness.OrgData;

namespace SfMarketo.Tests.Harness.Workload;

public sealed class DealDeskTests
{
    private readonly TestSystems systems = TestSystems.Of("{ people: 10, contacts: 100%, accounts: 2, marketoOnly: 0 }");

    [Fact]
    public void The_deal_of_a_named_Contact_is_won_and_no_other()
    {
        var (desk, draws) = (Desk(), systems.Draws.Fork("test"));
        var contacts = systems.Salesforce.Rows("Contact").Select(row => row.Id).ToList();
        contacts.ForEach(contact => desk.Open(contact, draws));

        desk.Win(contacts[^1], draws).Should().Be(contacts[^1]);

        contacts.Where(contact => StageOf(contact) == "Closed Won").Should().Equal(contacts[^1]);
    }

    [Fact]
    public void Where_nothing_is_open_nothing_is_won()
    {
        var (desk, draws) = (Desk(), systems.Draws.Fork("test"));
        var contact = systems.Salesforce.Rows("Contact")[0].Id;

        desk.Win(contact, draws).Should().BeNull();
        desk.Win(null, draws).Should().BeNull();
        desk.Reopen(contact, draws).Should().BeNull();

        desk.Open(contact, draws);
        desk.Lose(contact, draws).Should().Be(contact);
        desk.Win(contact, draws).Should().BeNull("its only deal is closed");
        desk.Reopen(contact, draws).Should().Be(contact);
        StageOf(contact).Should().Be("Negotiation/Review");
    }

    [Fact]
    public void The_latest_deal_is_deleted_with_its_contact_role_and_the_one_before_is_the_latest_then()
    {
        var (desk, draws) = (Desk(), systems.Draws.Fork("test"));
        var contact = systems.Salesforce.Rows("Contact")[0].Id;
        desk.Delete(contact, draws).Should().BeNull("there is none yet");
        desk.Open(contact, draws);
        desk.Win(contact, draws);
        desk.Open(contact, draws);

        desk.Delete(contact, draws).Should().Be(contact);
        StageOf(contact).Should().Be("Closed Won", "the role of the deleted deal is gone with it");

        desk.Delete(null, draws).Should().Be(contact, "nobody else has a deal");
        systems.Salesforce.Rows("Opportunity").Should().BeEmpty();
        desk.Delete(contact, draws).Should().BeNull();
    }

    private DealDesk Desk() => new(systems.Salesforce, new RecentTouches(systems.Clock), systems.Clock);

    private string? StageOf(string contact)
    {
        var role = systems.Salesforce.Rows("OpportunityContactRole").Single(row => row.Text("ContactId") == contact);
        return systems.Salesforce.Find(role.Text("OpportunityId")!)!.Text("StageName");
    }
}
