using SfMarketo.Harness.Traces;

namespace SfMarketo.Tests.Harness.Traces;

public sealed class TracerTests : IDisposable
{
    private const string Lead = "00Q5g0000004DS4EAM";
    private const string Other = "00Q5g0000004DRwEAM";
    private const string Contact = "0035g0000004CvgAAE";
    private const string Account = "0015g0000004C9CAAU";

    private readonly HandMadeRecords run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("ADA@Example.com")]
    [InlineData("1051")]
    [InlineData(Lead)]
    [InlineData("00Q5g0000004DS4")]
    [InlineData(Contact)]
    public void A_life_is_found_by_each_of_its_ids_and_by_its_address(string key)
    {
        Promotion();

        var life = run.Trace(key).Lives.Should().ContainSingle().Subject;

        life.Members.Select(member => member.Key.ToString()).Should().BeEquivalentTo("Lead " + Lead, "Contact " + Contact, "Person 1051");
        life.Members.Should().OnlyContain(member => !member.IsSeeded);
        life.Emails.Should().ContainSingle();
        life.Notes.Should().BeEmpty();
    }

    [Fact]
    public void Events_come_in_order_of_time_with_who_did_what_and_by_which_call()
    {
        Promotion();

        var events = run.Trace(Lead).Lives[0].Events;

        events.Select(one => $"{(one.At - HandMadeRecords.Noon) / 1_000_000} {one.Sim} {one.Who}: {one.What}").Should().Equal(
            $"300 salesforce human: lead created: Lead {Lead} create",
            "341 marketo sync-engine: Person 1051 create",
            $"350 salesforce sync@example.invalid: Lead {Lead} update",
            $"600 salesforce human: convert: Contact {Contact} create",
            $"600 salesforce human: convert: Lead {Lead} convert",
            "610 marketo sync-engine: Person 1051 update",
            "620 marketo sync-engine: CampaignRequest 2001/1051 create");
        events[1].Call.Should().BeEquivalentTo(new TraceCall(1, "POST", "/rest/v1/leads.json", 200, [], 1, null));
        events[5].Fields.Should().Contain(new TraceField("sfdcPersonId", Lead, Contact));
    }

    [Fact]
    public void A_write_tells_how_long_the_edit_that_it_carries_has_waited()
    {
        Promotion();
        run.Human(700, "Contact", Contact, "update", "contact edited", ("MobilePhone", "+1 1", "+1 2"));
        run.Human(710, "Contact", Contact, "update", "contact edited", ("FirstName", "Ada", "Augusta"));
        run.Write(741, "Person", "1051", "update", ("mobilePhone", "+1 1", "+1 2"), ("firstName", "Ada", "Augusta"));

        var gaps = run.Trace("1051").Lives[0].Events.Where(one => one.Gap is not null).Select(one => $"+{TraceWords.Span(one.Gap!.Took)} since {one.Gap.Since}");

        gaps.Should().Equal("+41 s since lead created", "+10 s since convert", "+20 s since convert", "+41 s since contact edited");
    }

    [Fact]
    public void An_edit_that_no_write_followed_is_told_apart_from_one_that_a_later_edit_replaced()
    {
        Promotion();
        var replaced = run.Human(700, "Contact", Contact, "update", "contact edited", ("MobilePhone", "+1 1", "+1 2"));
        var carried = run.Human(720, "Contact", Contact, "update", "contact edited", ("MobilePhone", "+1 2", "+1 3"));
        var lost = run.Human(730, "Contact", Contact, "update", "contact edited", ("LastName", "Byron", "Lovelace"));
        var unmapped = run.Human(740, "Contact", Contact, "update", "contact edited", ("Title", null, "Countess"));
        run.Write(750, "Person", "1051", "update", ("mobilePhone", "+1 1", "+1 3"));

        var left = run.Trace("1051").Lives[0].Events.Where(one => one.IsLeftBehind).Select(one => one.Version).ToList();

        left.Should().Equal(lost).And.NotContain([replaced, carried, unmapped]);
    }

    [Fact]
    public void Reads_of_one_version_are_one_event_that_says_how_often_it_came()
    {
        Promotion();
        run.Read(360, "Lead", Lead, 3);
        run.Read(390, "Lead", Lead, 3);
        run.Read(420, "Lead", Lead, 3);
        run.Read(430, "Person", "1051", 2);

        var reads = run.Trace("1051").Lives[0].Events.Where(one => one.Kind == "read").Select(one => one.What);

        reads.Should().Equal($"Lead {Lead} read in version 3, 2 times more until 07-01 12:07:00.000", "Person 1051 read in version 2");
    }

    [Fact]
    public void Attempts_at_outbound_messages_are_told_once_each()
    {
        Promotion();
        run.Message(301, "Lead", Lead, 1, 1, "timeout");
        run.Message(332, "Lead", Lead, 1, 2, "ack");
        run.Message(333, "Lead", Other, 9, 1, "ack");

        var messages = run.Trace("1051").Lives[0].Events.Where(one => one.Kind == "message").Select(one => one.What);

        messages.Should().Equal($"Lead {Lead} sent in version 1, message 7, attempt 1: timeout 0 in 0.05 s", $"Lead {Lead} sent in version 1, message 7, attempt 2: ack 200 in 0.05 s");
    }

    [Fact]
    public void Calls_that_named_it_in_vain_are_told_and_refused_writes_each_time()
    {
        Promotion();
        run.Call(310, "marketo", "GET", "/rest/v1/leads.json", "filterType=email&filterValues=ada%40example.com&fields=id", records: 0);
        run.Call(320, "marketo", "GET", "/rest/v1/leads.json", "filterType=email&filterValues=ada%40example.com&fields=id", records: 0);
        run.Call(801, "salesforce", "PATCH", "/services/data/v59.0/sobjects/Lead/" + Lead, status: 400, fault: "storm", codes: "CANNOT_UPDATE_CONVERTED_LEAD");
        run.Call(802, "marketo", "GET", "/rest/v1/activities.json", "nextPageToken=AB1051&batchSize=1051");

        var asked = run.Trace("1051").Lives[0].Events.Where(one => one.Kind == "asked").ToList();

        asked.Select(one => one.What).Should().Equal("asked for ada@example.com by email: nothing, once more until 07-01 12:05:19.900", $"refused: {Lead} was named");
        asked[1].Call!.Codes.Should().Equal("CANNOT_UPDATE_CONVERTED_LEAD");
        asked[1].Call!.Fault.Should().Be("storm");
    }

    [Fact]
    public void Tasks_roles_and_memberships_belong_to_the_life()
    {
        Promotion();
        run.Human(650, "Opportunity", "0065g0000004DxwAAE", "create", "opportunity opened", ("StageName", null, "Prospecting"));
        run.Human(650, "OpportunityContactRole", "00K5g0000004EE4EAM", "create", "opportunity opened", ("ContactId", null, Contact), ("OpportunityId", null, "0065g0000004DxwAAE"));
        run.Human(660, "Activity", "100511", "create", "fillOutForm", ("personId", null, 1051));
        run.Write(690, "Task", "00T5g0000004F2IEAU", "create", ("WhoId", null, Contact), ("MarketoGuid__c", null, "100511"));
        run.Human(700, "Opportunity", "0065g0000004DxwAAE", "update", "opportunity won", ("StageName", "Prospecting", "Closed Won"));
        run.Write(720, "ListMember", "7/1051", "create", ("personId", null, 1051));
        run.Write(721, "ProgramMember", "8/1051", "delete", ("statusName", "Member", null));
        run.Write(722, "ProgramMember", "8/10510", "delete", ("statusName", "Member", null));
        run.Human(730, "Opportunity", "0065g0000004DxxAAE", "create", "opportunity opened", ("StageName", null, "Prospecting"));

        var events = run.Trace("1051").Lives[0].Events.Where(one => one.At >= HandMadeRecords.At(650)).ToList();

        events.Select(one => one.What[..one.What.LastIndexOf(' ')]).Should().Equal(
            "Opportunity 0065g0000004DxwAAE", "OpportunityContactRole 00K5g0000004EE4EAM", "Activity 100511", "Task 00T5g0000004F2IEAU",
            "Opportunity 0065g0000004DxwAAE", "ListMember 7/1051", "ProgramMember 8/1051");
        events.Select(one => one.Gap?.Took / 1_000_000).Should().Equal(null, null, null, 30, null, 20, 21);
    }

    [Fact]
    public void Account_and_company_are_told_on_request_only()
    {
        Promotion();
        run.Human(590, "Account", Account, "create", "convert", ("Name", null, "Engines"));
        run.Write(630, "Company", "511", "create", ("externalCompanyId", null, Account), ("company", null, "Engines"));
        run.Write(640, "Company", "512", "create", ("externalCompanyId", null, "0015g0000004C9DAAU"));

        var without = run.Trace("1051").Lives[0].Events;
        var with = run.Trace("1051", withCompany: true).Lives[0].Events;

        with.Select(one => one.What).Except(without.Select(one => one.What)).Should().Equal($"Account {Account} create", "Company 511 create");
    }

    private void Promotion()
    {
        run.Human(300, "Lead", Lead, "create", "lead created", ("FirstName", null, "Ada"), ("Email", null, "ada@example.com"), ("IsDeleted", null, false));
        run.Write(341, "Person", "1051", "create", ("sfdcPersonId", null, Lead), ("email", null, "ada@example.com"), ("firstName", null, "Ada"));
        run.Write(350, "Lead", Lead, "update", ("MarketoPersonId__c", null, "1051"));
        run.Human(600, "Contact", Contact, "create", "convert", ("AccountId", null, Account), ("Email", null, "ada@example.com"), ("MarketoPersonId__c", null, "1051"));
        run.Human(600, "Lead", Lead, "convert", "convert", ("IsConverted", false, true), ("ConvertedContactId", null, Contact), ("ConvertedAccountId", null, Account));
        run.Write(610, "Person", "1051", "update", ("sfdcAccountKey", null, Account), ("sfdcPersonId", Lead, Contact));
        run.Write(620, "CampaignRequest", "2001/1051", "create", ("campaignId", null, 2001), ("personId", null, 1051));
        run.Human(605, "Lead", Other, "create", "lead created", ("Email", null, "bada@example.com"));
    }
}
