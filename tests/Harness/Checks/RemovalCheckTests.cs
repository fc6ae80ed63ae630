using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class RemovalCheckTests
{
    private const string TheLead = "00Q5g0000000001EAA";
    private const double Later = 16 * 60;

    private static readonly SystemsState Linked = new(
        HandMadeRun.TheStart,
        [HandMadeRun.Record("7", ("email", "ann@x.example"), ("sfdcPersonId", TheLead))],
        [HandMadeRun.Record(TheLead, ("MarketoPersonId__c", "7"), ("Email", "ann@x.example"))],
        []);

    [Fact]
    public void A14_does_not_speak_of_a_run_in_which_nothing_ended() =>
        new HandMadeRun(start: Linked).Marketo(0, method: "POST", codes: "1004").Judge("A14").Should().Match<CheckResult>(result => !result.Applied || !result.Passed);

    [Fact]
    public void A14_allows_one_refusal_for_each_that_ended_and_a_human_to_come_back()
    {
        var run = new HandMadeRun(start: Linked).HumanCommit(0, "Person", "7", "delete").Marketo(10, method: "POST", codes: "1004")
            .HumanCommit(Later, "Person", "8", "create", ("email", "ann@x.example")).EngineCommit(Later + 60, "Person", "8", "update", ("sfdcPersonId", TheLead)).Marketo(Later + 60, method: "POST");

        run.Judge("A14").Should().Match<CheckResult>(result => result.Passed && result.Examined == 3);
    }

    [Fact]
    public void A14_finds_a_person_that_the_engine_made_again()
    {
        var run = new HandMadeRun(start: Linked).HumanCommit(0, "Person", "7", "delete").EngineCommit(Later, "Person", "8", "create", ("email", "ann@x.example"), ("sfdcPersonId", TheLead)).Marketo(Later, method: "POST");

        run.Judge("A14").Violations.Should().ContainSingle().Which.What.Should().Be($"Was made for {TheLead}, whose person was deleted 960 s before");
    }

    [Fact]
    public void A14_finds_links_to_what_was_deleted_and_writes_that_go_on()
    {
        var run = new HandMadeRun(start: Linked).HumanCommit(0, "Lead", TheLead, "delete").HumanCommit(0, "Person", "7", "merge")
            .EngineCommit(Later, "Person", "9", "update", ("sfdcPersonId", TheLead)).EngineCommit(Later, "Lead", "00Q2", "create", ("MarketoPersonId__c", 7.0))
            .Marketo(Later, method: "POST", codes: "1004").Marketo(Later + 1, method: "POST", codes: "1004").Salesforce(Later + 2, method: "PATCH", codes: "ENTITY_IS_DELETED");

        run.Judge("A14").Violations.Should().HaveCount(3);
    }

    [Fact]
    public void A15_allows_a_refusal_that_the_engine_could_not_foresee()
    {
        Converted().Salesforce(20, method: "PATCH", codes: "CANNOT_UPDATE_CONVERTED_LEAD").EngineRead(30, ("Lead", TheLead, 1)).Salesforce(40, method: "PATCH")
            .Judge("A15").Should().Match<CheckResult>(result => result.Passed && result.Examined == 3);
        Converted().EngineRead(20, ("Lead", TheLead, 1)).Salesforce(30, method: "PATCH", codes: "CANNOT_UPDATE_CONVERTED_LEAD").Judge("A15").Passed.Should().BeTrue();
    }

    [Fact]
    public void A15_finds_a_write_after_the_conversion_was_read()
    {
        Converted().EngineRead(20, ("Lead", TheLead, 1)).Salesforce(36, method: "PATCH", codes: "CANNOT_UPDATE_CONVERTED_LEAD").Judge("A15").Violations.Should().ContainSingle();
        Converted().Message(20, "Lead", TheLead, 1).Salesforce(40, method: "PATCH", codes: "CANNOT_UPDATE_CONVERTED_LEAD").Judge("A15").Passed.Should().BeFalse();
        Converted().EngineRead(20, ("Lead", TheLead, 1)).EngineCommit(60, "Lead", TheLead, "update", ("Status", "x")).Judge("A15").Passed.Should().BeFalse();
    }

    [Fact]
    public void A15_does_not_believe_one_read_where_answers_are_lost()
    {
        var lossy = new CheckSettings { LosesCalls = true };
        Converted(lossy).EngineRead(20, ("Lead", TheLead, 1)).Salesforce(60, method: "PATCH", codes: "CANNOT_UPDATE_CONVERTED_LEAD").Judge("A15").Passed.Should().BeTrue();
        Converted(lossy).EngineRead(20, ("Lead", TheLead, 1)).EngineRead(30, ("Lead", TheLead, 1)).Salesforce(60, method: "PATCH", codes: "CANNOT_UPDATE_CONVERTED_LEAD").Judge("A15").Passed.Should().BeFalse();
    }

    [Fact]
    public void A15_finds_a_second_refusal_for_one_conversion() =>
        Converted().Salesforce(20, method: "PATCH", codes: "CANNOT_UPDATE_CONVERTED_LEAD").Salesforce(80, method: "PATCH", codes: "CANNOT_UPDATE_CONVERTED_LEAD").Judge("A15").Passed.Should().BeFalse();

    [Fact]
    public void Q6_allows_several_rows_of_one_address_to_be_one_person()
    {
        var run = new HandMadeRun().HumanCommit(0, "Lead", TheLead, "create", ("Email", "ann@x.example")).HumanCommit(1, "Lead", "00Q2", "create", ("Email", "ANN@x.example"))
            .EngineCommit(2, "Person", "7", "create", ("email", "ann@x.example"), ("sfdcPersonId", TheLead))
            .EndsWithLead(TheLead, ("Email", "ann@x.example")).EndsWithLead("00Q2", ("Email", "ANN@x.example")).EndsWithPerson("7", ("email", "ann@x.example"), ("sfdcPersonId", TheLead));

        run.Judge("Q6").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);
    }

    [Fact]
    public void Q6_demands_nobody_for_a_Contact_whose_Lead_lost_its_person()
    {
        Moved("delete").Judge("Q6").Should().Match<CheckResult>(result => result.Passed && result.Examined == 1);
        Moved("merge").Judge("Q6").Violations.Should().ContainSingle().Which.Record.Should().Be("Contact 0035g0000000001AAA");

        static HandMadeRun Moved(string end) => new HandMadeRun(start: Linked).HumanCommit(0, "Person", "7", end)
            .HumanCommit(1, "Contact", "0035g0000000001AAA", "create", ("Email", "ann@x.example")).HumanCommit(1, "Lead", TheLead, "convert", ("ConvertedContactId", "0035g0000000001AAA"))
            .HumanCommit(2, "Contact", "0035g0000000001AAA", "update", ("Email", "ann@moved.example"))
            .EndsWithLead(TheLead, ("MarketoPersonId__c", "7"), ("IsConverted", true), ("ConvertedContactId", "0035g0000000001AAA")).EndsWithContact("0035g0000000001AAA", ("Email", "ann@moved.example"));
    }

    [Fact]
    public void Q6_finds_a_human_without_a_person_and_one_with_two()
    {
        var run = new HandMadeRun().HumanCommit(0, "Lead", TheLead, "create", ("Email", "ann@x.example")).HumanCommit(1, "Lead", "00Q2", "create", ("Email", "bea@x.example"))
            .EngineCommit(2, "Person", "7", "create", ("email", "ann@x.example")).EngineCommit(3, "Person", "8", "create", ("email", "ann@x.example"))
            .EndsWithLead(TheLead, ("Email", "ann@x.example")).EndsWithLead("00Q2", ("Email", "bea@x.example"))
            .EndsWithPerson("7", ("email", "ann@x.example")).EndsWithPerson("8", ("email", "ann@x.example"));

        run.Judge("Q6").Violations.Select(violation => violation.Record).Should().Equal("Lead 00Q2", "Person 8");
    }

    [Fact]
    public void Q10_allows_a_newer_version_to_stand_for_an_older_one_and_what_is_not_due()
    {
        var run = new HandMadeRun().Marketo(0).HumanCommit(1, "Lead", TheLead, "update").HumanCommit(2, "Lead", TheLead, "update").EngineRead(3, ("Lead", TheLead, 2))
            .HumanCommit(3500, "Account", "001", "update");

        run.Judge("Q10").Should().Match<CheckResult>(result => result.Passed && result.Examined == 3);
    }

    [Fact]
    public void Q10_finds_a_change_and_a_click_that_were_never_read()
    {
        var run = new HandMadeRun().Marketo(0).HumanCommit(1, "Lead", TheLead, "update").EngineRead(2, ("Lead", TheLead, 1)).HumanCommit(3, "Lead", TheLead, "update")
            .HumanCommit(4, "Activity", "g1", "create", ("activityTypeId", 11), ("personId", 7));

        run.Judge("Q10").Violations.Select(violation => violation.Record).Should().Equal("Lead " + TheLead, "Activity g1");
    }

    private static HandMadeRun Converted(CheckSettings? settings = null) => new HandMadeRun(settings, start: Linked).HumanCommit(10, "Lead", TheLead, "convert", ("ConvertedContactId", "003"));
}
