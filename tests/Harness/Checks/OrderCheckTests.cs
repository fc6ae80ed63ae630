using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class OrderCheckTests
{
    private const string TheLead = "00Q5g0000000001EAA";
    private const string TheContact = "0035g0000000001AAA";
    private const string TheAccount = "0015g0000000001AAA";

    private static readonly SystemsState Linked = new(
        HandMadeRun.TheStart,
        [HandMadeRun.Record("7", ("sfdcPersonId", TheLead), ("firstName", "Ann"))],
        [HandMadeRun.Record(TheLead, ("MarketoPersonId__c", "7"), ("FirstName", "Ann"))],
        []);

    [Fact]
    public void A9_allows_versions_to_be_skipped_and_a_value_to_come_back()
    {
        var run = new HandMadeRun(start: Linked)
            .HumanCommit(1, "Lead", TheLead, "update", ("FirstName", "Bea")).HumanCommit(2, "Lead", TheLead, "update", ("FirstName", "Cy"))
            .EngineCommit(3, "Person", "7", "update", ("firstName", "Cy"))
            .HumanCommit(4, "Lead", TheLead, "update", ("FirstName", "Bea")).EngineCommit(5, "Person", "7", "update", ("firstName", "Bea"));

        run.Judge("A9").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);
    }

    [Fact]
    public void A9_finds_an_older_value_after_a_newer_one()
    {
        var run = new HandMadeRun(start: Linked)
            .HumanCommit(1, "Lead", TheLead, "update", ("FirstName", "Bea")).EngineCommit(2, "Person", "7", "update", ("firstName", "Bea"))
            .EngineCommit(3, "Person", "7", "update", ("firstName", "Ann"));

        run.Judge("A9").Violations.Should().ContainSingle().Which.What.Should().Be($"firstName was set to an older value of FirstName of {TheLead} than the one written before");
    }

    [Fact]
    public void A9_finds_a_value_that_the_source_never_had_and_one_of_the_score()
    {
        new HandMadeRun(start: Linked).EngineCommit(1, "Person", "7", "update", ("firstName", "Zoe")).Judge("A9").Passed.Should().BeFalse();
        Scored(5.0).Judge("A9").Passed.Should().BeTrue();
        Scored(4.0).Judge("A9").Passed.Should().BeFalse();

        static HandMadeRun Scored(double written) => new HandMadeRun(start: Linked).HumanCommit(1, "Person", "7", "update", ("leadScore", 5)).EngineCommit(2, "Lead", TheLead, "update", ("Lead_Score__c", written));
    }

    [Fact]
    public void A9_finds_a_shared_value_that_comes_back_to_where_it_came_from()
    {
        var echo = Twice().EngineCommit(4, "Lead", TheLead, "update", ("Status", "Working"));

        echo.Judge("A9").Violations.Should().ContainSingle().Which.What.Should().Be("Status was set to a value that leadStatus of 7 had only from here");

        static HandMadeRun Twice() => new HandMadeRun(start: Linked)
            .HumanCommit(1, "Lead", TheLead, "update", ("Status", "Working")).EngineCommit(2, "Person", "7", "update", ("leadStatus", "Working"))
            .HumanCommit(3, "Lead", TheLead, "update", ("Status", "Open"));
    }

    [Fact]
    public void A9_allows_a_shared_value_that_was_set_on_the_other_side_too()
    {
        var run = new HandMadeRun(start: Linked)
            .HumanCommit(1, "Lead", TheLead, "update", ("Status", "Working")).EngineCommit(2, "Person", "7", "update", ("leadStatus", "Working"))
            .HumanCommit(3, "Lead", TheLead, "update", ("Status", "Open")).EngineCommit(4, "Person", "7", "update", ("leadStatus", "Open"))
            .HumanCommit(5, "Person", "7", "update", ("leadStatus", "Working")).EngineCommit(6, "Lead", TheLead, "update", ("Status", "Working"));

        run.Judge("A9").Should().Match<CheckResult>(result => result.Passed && result.Examined == 3);
    }

    [Fact]
    public void A9_begins_anew_when_the_person_comes_to_another_row()
    {
        var run = new HandMadeRun(start: Linked)
            .HumanCommit(1, "Lead", TheLead, "update", ("FirstName", "Bea")).EngineCommit(2, "Person", "7", "update", ("firstName", "Bea"))
            .HumanCommit(3, "Contact", TheContact, "create", ("FirstName", "Ann")).EngineCommit(4, "Person", "7", "update", ("sfdcPersonId", TheContact), ("firstName", "Ann"));

        run.Judge("A9").Passed.Should().BeTrue();
    }

    [Fact]
    public void A9_looks_at_companies_too()
    {
        Named("Bread").Judge("A9").Passed.Should().BeTrue();
        Named("Bread").EngineCommit(9, "Company", "3", "update", ("company", "Arrows")).Judge("A9").Violations.Should().ContainSingle();

        static HandMadeRun Named(string name) => new HandMadeRun()
            .HumanCommit(0, "Account", TheAccount, "create", ("Name", "Arrows")).HumanCommit(1, "Account", TheAccount, "update", ("Name", name))
            .EngineCommit(2, "Company", "3", "create", ("externalCompanyId", TheAccount), ("company", name));
    }

    [Fact]
    public void A11_allows_a_write_an_edit_and_one_to_catch_up()
    {
        var run = new HandMadeRun()
            .HumanCommit(0, "Lead", TheLead, "create", ("FirstName", "Ann")).EngineCommit(1, "Person", "7", "create", ("sfdcPersonId", TheLead), ("firstName", "Ann"))
            .EngineCommit(2, "Person", "7", "update", ("firstName", "Bea"))
            .HumanCommit(3, "Lead", TheLead, "update", ("FirstName", "Cy"), ("LastName", "Cole")).EngineCommit(4, "Person", "7", "update", ("firstName", "Cy"), ("lastName", "Cole"))
            .HumanCommit(5, "Person", "7", "update", ("firstName", "Zoe")).EngineCommit(6, "Person", "7", "update", ("firstName", "Cy"));

        run.Judge("A11").Should().Match<CheckResult>(result => result.Passed && result.Examined == 4);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void A11_allows_each_of_several_edits_before_the_first_write_a_write_of_its_own(int writes, bool passes)
    {
        var run = new HandMadeRun(start: Linked);
        for (var edit = 0; edit < 3; edit++)
        {
            run.HumanCommit(edit, "Lead", TheLead, "update", ("FirstName", "Ann" + edit));
        }

        for (var write = 0; write < writes; write++)
        {
            run.EngineCommit(10 + write, "Person", "7", "update", ("firstName", "Ann" + write));
        }

        run.Judge("A11").Passed.Should().Be(passes);
    }

    [Fact]
    public void A11_finds_an_edit_that_became_two_writes_in_each_direction()
    {
        var run = new HandMadeRun(start: Linked)
            .EngineCommit(0, "Person", "7", "update", ("firstName", "Ann")).EngineCommit(1, "Person", "7", "update", ("lastName", "x"))
            .HumanCommit(3, "Lead", TheLead, "update", ("FirstName", "Cy"), ("LastName", "Cole"))
            .EngineCommit(4, "Person", "7", "update", ("firstName", "Cy")).EngineCommit(5, "Person", "7", "update", ("lastName", "Cole"))
            .EngineCommit(6, "Lead", TheLead, "update", ("Lead_Score__c", 1.0)).EngineCommit(7, "Lead", TheLead, "update", ("Lead_Score__c", 2.0)).EngineCommit(8, "Lead", TheLead, "update", ("Lead_Score__c", 3.0));

        run.Judge("A11").Violations.Select(violation => violation.Record).Should().Equal("Person 7", "Person 7", "Lead " + TheLead, "Lead " + TheLead);
    }

    [Theory]
    [InlineData(true, 1, true)]
    [InlineData(true, 2, false)]
    [InlineData(false, 2, true)]
    [InlineData(false, 3, false)]
    public void A11_allows_one_write_more_only_where_the_link_was_made_in_the_run(bool fromTheStart, int writes, bool passes)
    {
        var run = new HandMadeRun(start: fromTheStart ? Linked : null);
        run.HumanCommit(0, "Lead", TheLead, "update", ("FirstName", "Ann"));
        for (var write = 0; write < writes; write++)
        {
            run.EngineCommit(10 + write, "Person", "7", "update", write == 0 && !fromTheStart ? ("sfdcPersonId", TheLead) : ("lastName", "x"), ("firstName", "Ann" + write));
        }

        run.Judge("A11").Passed.Should().Be(passes);
    }

    [Fact]
    public void A11_lets_what_others_did_to_the_target_before_the_first_write_be_put_right()
    {
        var run = new HandMadeRun(start: Linked);
        run.HumanCommit(0, "Person", "7", "update", ("firstName", "Zoe")).HumanCommit(5, "Person", "7", "update", ("firstName", "Yve")).HumanCommit(6, "Lead", TheLead, "update", ("Title", "x"))
            .EngineCommit(7, "Person", "7", "update", ("firstName", "Ann")).EngineCommit(8, "Person", "7", "update", ("firstName", "Ann"));

        run.Judge("A11").Passed.Should().BeTrue();
    }

    [Fact]
    public void A5_finds_two_writes_of_one_accounts_children_at_the_same_time()
    {
        Two(1).Judge("A5").Passed.Should().BeTrue();
        Two(0.9).Judge("A5").Violations.Should().ContainSingle().Which.Record.Should().Be("Account " + TheAccount);

        static HandMadeRun Two(double second) => new HandMadeRun()
            .HumanCommit(0, "Contact", TheContact, "create", ("AccountId", TheAccount)).HumanCommit(0, "Contact", "0032", "create", ("AccountId", TheAccount))
            .EngineCommit(1, "Contact", TheContact, "update", ("Lead_Score__c", 1.0)).Salesforce(0, lasting: 1, method: "PATCH")
            .EngineCommit(1.5, "Task", "00T1", "create", ("WhoId", "0032"), ("MarketoGuid__c", "g")).Salesforce(second, lasting: 0.8, method: "POST");
    }
}
