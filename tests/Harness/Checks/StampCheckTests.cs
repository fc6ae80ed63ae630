using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class StampCheckTests
{
    private const string TheLead = "00Q5g0000000001EAA";
    private const string TheContact = "0035g0000000001AAA";

    private static readonly SystemsState Linked = new(
        HandMadeRun.TheStart,
        [HandMadeRun.Record("7", ("sfdcPersonId", TheContact)), HandMadeRun.Record("8")],
        [HandMadeRun.Record(TheLead)],
        [HandMadeRun.Record(TheContact, ("MarketoPersonId__c", "7"))]);

    [Fact]
    public void R3_finds_a_person_that_is_taken_from_a_living_contact()
    {
        var run = new HandMadeRun(start: Linked).EngineChange(1, "Person", "7", "update", ("sfdcPersonId", TheContact, TheLead));

        run.Judge("R3").Violations.Should().ContainSingle().Which.What.Should().Be($"Named {TheContact}, which is alive, and was given to {TheLead}");
    }

    [Fact]
    public void R3_finds_a_row_that_is_taken_from_a_living_person()
    {
        var run = new HandMadeRun(start: Linked).EngineChange(1, "Contact", TheContact, "update", ("MarketoPersonId__c", "7", "8"));

        run.Judge("R3").Violations.Should().ContainSingle().Which.Record.Should().Be("Contact " + TheContact);
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("merge")]
    public void R3_allows_what_named_a_record_that_is_gone_until_it_comes_back(string end)
    {
        Run().EngineChange(3, "Person", "7", "update", ("sfdcPersonId", TheContact, TheLead)).Judge("R3").Should().Match<CheckResult>(result => result.Passed && result.Examined == 1);
        Run().HumanCommit(2, "Contact", TheContact, "undelete").EngineChange(3, "Person", "7", "update", ("sfdcPersonId", TheContact, TheLead)).Judge("R3").Passed.Should().BeFalse();

        HandMadeRun Run() => new HandMadeRun(start: Linked).HumanCommit(1, "Contact", TheContact, end);
    }

    [Fact]
    public void R3_allows_a_first_stamp_one_that_stays_and_the_contact_that_a_lead_became()
    {
        var run = new HandMadeRun(start: Linked)
            .EngineChange(1, "Person", "8", "update", ("sfdcPersonId", null, TheLead)).EngineChange(2, "Person", "8", "update", ("sfdcPersonId", TheLead, TheLead))
            .HumanCommit(3, "Lead", TheLead, "convert", ("ConvertedContactId", "003N")).HumanCommit(3, "Contact", "003N", "create")
            .EngineChange(4, "Person", "8", "update", ("sfdcPersonId", TheLead, "003N"));

        run.Judge("R3").Should().Match<CheckResult>(result => result.Passed && result.Examined == 3);
    }
}
