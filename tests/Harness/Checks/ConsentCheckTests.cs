using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class ConsentCheckTests
{
    private const string TheLead = "00Q5g0000000001EAA";
    private const string TheContact = "0035g0000000001AAA";

    [Fact]
    public void A17_wants_both_sides_of_a_link_to_agree()
    {
        Ends(new HandMadeRun(), person: false, row: false).Judge("A17").Should().Match<CheckResult>(result => result.Passed && result.Examined == 1);
        Ends(new HandMadeRun(), person: true, row: false).Judge("A17").Violations.Should().ContainSingle().Which.What.Should().Be("unsubscribed is true, HasOptedOutOfEmail is false");
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A17_wants_an_opt_out_to_stand_on_both_sides(bool both, bool passes)
    {
        var run = new HandMadeRun().HumanCommit(1, "Person", "1", "update", ("unsubscribed", true));

        Ends(run, both, both).Judge("A17").Passed.Should().Be(passes);
    }

    [Fact]
    public void A17_wants_an_opt_out_from_before_the_start_to_stand()
    {
        var start = Linked() with { Leads = [HandMadeRun.Record(TheLead, ("MarketoPersonId__c", "1"), ("HasOptedOutOfEmail", true))] };

        Ends(new HandMadeRun(start: start), person: false, row: false).Judge("A17").Passed.Should().BeFalse();
        Ends(new HandMadeRun(start: start), person: true, row: true).Judge("A17").Passed.Should().BeTrue();
    }

    [Fact]
    public void A17_takes_a_row_that_a_person_unticks_as_evidence()
    {
        var run = OptedOut()
            .HumanChange(600, "Lead", TheLead, "update", "edit", ("HasOptedOutOfEmail", true, false))
            .EngineChange(660, "Person", "1", "update", ("unsubscribed", true, false));

        Ends(run, person: false, row: false).Judge("A17").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);
    }

    [Theory]
    [InlineData("fillOutForm", true)]
    [InlineData("edit", false)]
    public void A17_takes_a_form_as_evidence_and_no_other_edit_at_Marketo(string cause, bool passes)
    {
        var run = OptedOut()
            .HumanChange(600, "Person", "1", "update", cause, ("unsubscribed", true, false))
            .EngineChange(660, "Lead", TheLead, "update", ("HasOptedOutOfEmail", true, false));

        Ends(run, person: false, row: false).Judge("A17").Passed.Should().Be(passes);
    }

    [Theory]
    [InlineData("Preference Centre", true)]
    [InlineData("durable unsubscribe", false)]
    public void A17_takes_listed_campaigns_as_evidence_and_no_other_rule(string cause, bool passes)
    {
        var run = OptedOut(new CheckSettings { ConsentCampaigns = ["Preference Centre"] })
            .RuleChange(600, "Person", "1", "update", cause, ("unsubscribed", true, false))
            .EngineChange(660, "Lead", TheLead, "update", ("HasOptedOutOfEmail", true, false));

        Ends(run, person: false, row: false).Judge("A17").Passed.Should().Be(passes);
    }

    [Theory]
    [InlineData(700, false)]
    [InlineData(1100, true)]
    public void A17_finds_evidence_that_is_older_than_an_opt_out_which_the_engine_can_have_seen(double optOut, bool passes)
    {
        var run = OptedOut()
            .HumanChange(600, "Lead", TheLead, "update", "edit", ("HasOptedOutOfEmail", true, false))
            .HumanChange(optOut, "Person", "1", "update", "edit", ("unsubscribed", false, true))
            .EngineChange(1200, "Person", "1", "update", ("unsubscribed", true, false))
            .EngineChange(1260, "Person", "1", "update", ("unsubscribed", false, true));

        Ends(run, person: true, row: true).Judge("A17").Passed.Should().Be(passes);
    }

    [Fact]
    public void A17_finds_an_opt_out_that_a_late_write_swallowed()
    {
        var run = OptedOut()
            .HumanChange(600, "Lead", TheLead, "update", "edit", ("HasOptedOutOfEmail", true, false))
            .HumanChange(650, "Person", "1", "update", "edit", ("unsubscribed", false, true))
            .EngineChange(660, "Person", "1", "update", ("unsubscribed", true, false));

        Ends(run, person: false, row: false).Judge("A17").Violations.Should().ContainSingle().Which.What.Should().StartWith("Opted out, ");
    }

    [Fact]
    public void A17_carries_evidence_over_a_conversion()
    {
        // The form is newer than the tick that the conversion copies into the Contact.
        var run = OptedOut()
            .HumanChange(600, "Person", "1", "update", "fillOutForm", ("unsubscribed", true, false))
            .HumanCommit(610, "Contact", TheContact, "create", ("HasOptedOutOfEmail", true), ("MarketoPersonId__c", "1"))
            .HumanCommit(610, "Lead", TheLead, "convert", ("ConvertedContactId", TheContact))
            .EngineCommit(640, "Person", "1", "update", ("sfdcPersonId", TheContact))
            .EngineChange(660, "Contact", TheContact, "update", ("HasOptedOutOfEmail", true, false))
            .EndsWithPerson("1", ("sfdcPersonId", TheContact), ("unsubscribed", false)).EndsWithContact(TheContact, ("MarketoPersonId__c", "1"), ("HasOptedOutOfEmail", false));

        run.Judge("A17").Passed.Should().BeTrue();
    }

    private static SystemsState Linked() => SystemsState.Empty(HandMadeRun.TheStart) with
    {
        People = [HandMadeRun.Record("1", ("sfdcPersonId", TheLead))],
        Leads = [HandMadeRun.Record(TheLead, ("MarketoPersonId__c", "1"))],
    };

    private static HandMadeRun OptedOut(CheckSettings? settings = null) => new(settings, Linked() with
    {
        People = [HandMadeRun.Record("1", ("sfdcPersonId", TheLead), ("unsubscribed", true))],
        Leads = [HandMadeRun.Record(TheLead, ("MarketoPersonId__c", "1"), ("HasOptedOutOfEmail", true))],
    });

    private static HandMadeRun Ends(HandMadeRun run, bool person, bool row) =>
        run.EndsWithPerson("1", ("sfdcPersonId", TheLead), ("unsubscribed", person)).EndsWithLead(TheLead, ("MarketoPersonId__c", "1"), ("HasOptedOutOfEmail", row));
}
