using SfMarketo.Sync;
using SfMarketo.Sync.Flows.Identity;

namespace SfMarketo.Tests.Sync.Flows;

public sealed class IdentityPolicyTests
{
    private const string Email = "ada@example.com";

    [Fact]
    public void Nobody_fits() => IdentityPolicy.Person(Pairs.LeadId, null, Email, []).Should().BeOfType<Match.None>();

    [Fact]
    public void A_person_stamped_with_the_record_is_its_other_half_whatever_the_e_mail() =>
        IdentityPolicy.Person(Pairs.LeadId, null, Email, [Pairs.Person().With("email", "other@example.com")]).Should().BeOfType<Match.One>();

    [Fact]
    public void A_person_stamped_with_the_former_lead_belongs_to_the_contact() =>
        IdentityPolicy.Person(Pairs.ContactId, Pairs.LeadId, Email, [Pairs.Person()]).Should().BeOfType<Match.One>();

    [Fact]
    public void One_unstamped_person_with_the_e_mail_is_adopted() =>
        IdentityPolicy.Person(Pairs.LeadId, null, Email, [Pairs.Person().With("sfdcPersonId", FieldValue.Null).With("email", "ADA@example.com")]).Should().BeOfType<Match.One>();

    [Fact]
    public void A_person_that_another_record_holds_is_not_taken_over() =>
        IdentityPolicy.Person(Pairs.ContactId, null, Email, [Pairs.Person()]).Should().BeOfType<Match.Taken>();

    [Fact]
    public void Several_people_with_the_e_mail_are_for_a_human_to_choose() =>
        IdentityPolicy.Person(Pairs.LeadId, null, Email, [Unstamped(1), Unstamped(2)]).Should().BeOfType<Match.Several>().Which.Ids.Should().Equal("1", "2");

    [Fact]
    public void A_converted_lead_yields_to_its_contact()
    {
        var lead = Pairs.Row().With("IsConverted", true);
        var contact = Pairs.Row().With("Id", Pairs.ContactId.ToString());

        IdentityPolicy.Row(7, Email, [lead, contact]).Should().BeOfType<Match.One>().Which.Record.Should().BeSameAs(contact);
    }

    [Fact]
    public void A_row_that_belongs_to_another_person_is_not_taken_over() =>
        IdentityPolicy.Row(7, Email, [Pairs.Row().With("MarketoPersonId__c", "8")]).Should().BeOfType<Match.Taken>();

    private static FieldBag Unstamped(int id) => Pairs.Person().With("id", id).With("sfdcPersonId", FieldValue.Null);
}
