using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class RecordCheckTests
{
    private const string TheLead = "00Q5g0000000001EAA";
    private const string TheContact = "0035g0000000001AAA";

    [Fact]
    public void A6_allows_a_create_when_the_record_with_its_email_is_gone()
    {
        var run = new HandMadeRun()
            .HumanCommit(0, "Person", "1", "create", ("email", "ann@x.example"))
            .HumanCommit(1, "Person", "1", "update", ("email", "other@x.example"))
            .EngineCommit(2, "Person", "2", "create", ("email", "ann@x.example"), ("sfdcPersonId", TheLead));

        run.Judge("A6").Should().Match<CheckResult>(result => result.Passed && result.Examined == 1);
    }

    [Theory]
    [InlineData("ANN@x.example", "other")]
    [InlineData("other@x.example", TheLead)]
    public void A6_finds_a_create_beside_a_record_with_its_email_or_key(string email, string key)
    {
        var start = new SystemsState(HandMadeRun.TheStart, [HandMadeRun.Record("1", ("email", "ann@x.example"), ("sfdcPersonId", TheLead))], [], []);
        var run = new HandMadeRun(start: start).EngineCommit(2, "Person", "2", "create", ("email", email), ("sfdcPersonId", key));

        run.Judge("A6").Violations.Should().ContainSingle().Which.Record.Should().Be("Person 2");
        run.Measure().Doubled.Should().Be(1);
    }

    [Fact]
    public void A6_finds_a_Lead_made_beside_a_Contact()
    {
        var run = new HandMadeRun()
            .HumanCommit(0, "Contact", TheContact, "create", ("Email", "ann@x.example"))
            .EngineCommit(1, "Lead", TheLead, "create", ("Email", "ann@x.example"));

        run.Judge("A6").Passed.Should().BeFalse();
    }

    [Fact]
    public void A6_finds_a_person_beside_the_one_of_the_Lead_that_became_the_Contact()
    {
        var start = new SystemsState(HandMadeRun.TheStart, [HandMadeRun.Record("1", ("sfdcPersonId", TheLead))], [HandMadeRun.Record(TheLead)], []);
        Run("another").Judge("A6").Passed.Should().BeTrue();
        Run(TheContact).Judge("A6").Passed.Should().BeFalse();

        HandMadeRun Run(string contact) => new HandMadeRun(start: start)
            .HumanCommit(0, "Lead", TheLead, "convert", ("ConvertedContactId", contact)).EngineCommit(1, "Person", "2", "create", ("sfdcPersonId", TheContact));
    }

    [Fact]
    public void A6_finds_a_create_beside_a_record_that_was_undeleted()
    {
        Run("update").Judge("A6").Passed.Should().BeTrue();
        Run("undelete").Judge("A6").Passed.Should().BeFalse();

        static HandMadeRun Run(string op) => new HandMadeRun()
            .HumanCommit(0, "Lead", TheLead, "create", ("Email", "ann@x.example")).HumanCommit(1, "Lead", TheLead, "delete").HumanCommit(2, "Lead", TheLead, op)
            .EngineCommit(3, "Lead", "00Q2", "create", ("Email", "ann@x.example"));
    }

    [Fact]
    public void A6_finds_a_second_company_of_a_key_and_a_record_that_nothing_can_find_again()
    {
        var run = new HandMadeRun().EngineCommit(0, "Company", "1", "create", ("externalCompanyId", "001a")).EngineCommit(1, "Company", "2", "create", ("externalCompanyId", "001a"))
            .EngineCommit(2, "Person", "3", "create", ("firstName", "Ann"));

        run.Judge("A6").Violations.Select(violation => violation.Record).Should().Equal("Company 2", "Person 3");
    }

    [Fact]
    public void A8_allows_one_assignment_in_the_call_that_creates_the_lead()
    {
        var run = new HandMadeRun().EngineCommit(0, "Lead", TheLead, "create").RuleCommit(0, "Lead", TheLead, "assign", ("OwnerId", "005x")).Salesforce(0, method: "POST")
            .RuleCommit(5, "Lead", TheLead, "assign").Salesforce(5, method: "PATCH", client: "somebody@example.invalid");

        run.Judge("A8").Passed.Should().BeTrue();
    }

    [Fact]
    public void A8_finds_a_lead_created_without_its_assignment_where_the_org_has_a_rule()
    {
        HandMadeRun Run(bool rule, string client = HandMadeRun.EngineUser) => new HandMadeRun(new CheckSettings { AssignsLeads = rule })
            .EngineCommit(0, "Lead", "00Q5g0000000002EAA", "create").RuleCommit(0, "Lead", "00Q5g0000000002EAA", "assign").EngineCommit(0, "Lead", TheLead, "create").Salesforce(0, method: "POST", client: client);

        Run(rule: true).Judge("A8").Violations.Should().ContainSingle().Which.Should().Match<Violation>(violation => violation.Record == "Lead " + TheLead && violation.Calls[0] == 1);
        Run(rule: false).Judge("A8").Passed.Should().BeTrue();
        Run(rule: true, client: "somebody@example.invalid").Judge("A8").Passed.Should().BeTrue();
    }

    [Fact]
    public void A8_finds_an_assignment_by_an_update_and_a_second_one()
    {
        var run = new HandMadeRun().EngineCommit(0, "Lead", TheLead, "create").RuleCommit(0, "Lead", TheLead, "assign").RuleCommit(0, "Lead", TheLead, "assign").Salesforce(0, method: "POST")
            .EngineCommit(5, "Lead", TheLead, "update").RuleCommit(5, "Lead", TheLead, "assign").Salesforce(5, method: "PATCH");

        run.Judge("A8").Violations.Should().HaveCount(2);
    }

    [Fact]
    public void A5_allows_a_write_that_begins_when_the_last_one_has_ended()
    {
        var run = new HandMadeRun()
            .EngineCommit(1, "Person", "1", "update", ("firstName", "Ann")).Marketo(0, lasting: 1, method: "POST", records: 1)
            .EngineCommit(2, "Person", "1", "update", ("firstName", "Bob")).Marketo(1, lasting: 1, method: "POST", records: 1)
            .EngineCommit(2, "Person", "2", "update", ("firstName", "Cyd")).Marketo(1, lasting: 1, method: "POST", records: 1);

        run.Judge("A5").Should().Match<CheckResult>(result => result.Passed && result.Examined == 3);
    }

    [Fact]
    public void A5_finds_two_writes_of_one_person_at_the_same_time()
    {
        var run = new HandMadeRun()
            .EngineCommit(1, "Person", "1", "update", ("firstName", "Ann")).Marketo(0, lasting: 1, method: "POST", records: 1)
            .EngineCommit(1.5, "Person", "1", "update", ("firstName", "Bob")).Marketo(0.9, lasting: 0.6, method: "POST", records: 1);

        run.Judge("A5").Violations.Should().ContainSingle().Which.Calls.Should().Equal(1, 2);
    }

    [Fact]
    public void A10_allows_a_write_that_a_human_made_needless_just_before()
    {
        var run = new HandMadeRun()
            .HumanCommit(0, "Lead", TheLead, "update", ("Lead_Score__c", 5.0)).EngineCommit(60, "Lead", TheLead, "update").Salesforce(60, method: "PATCH")
            .HumanCommit(61, "Person", "1", "update", ("firstName", "Ann")).Marketo(120, method: "POST", records: 1)
            .EngineCommit(130, "Person", "1", "update", ("firstName", "Bob")).Marketo(130, method: "POST", records: 1);

        run.Judge("A10").Should().Match<CheckResult>(result => result.Passed && result.Examined == 3);
    }

    [Fact]
    public void A10_allows_one_more_write_after_an_answer_that_was_lost()
    {
        Resent().Judge("A10").Passed.Should().BeTrue();
        Resent().Marketo(60, method: "POST", records: 1).Judge("A10").Passed.Should().BeFalse();

        static HandMadeRun Resent() => new HandMadeRun()
            .EngineCommit(0, "Person", "1", "update", ("firstName", "Ann")).Marketo(0, method: "POST", records: 1, status: 502)
            .Marketo(30, method: "POST", records: 1);
    }

    [Theory]
    [InlineData(2, 60, true)]
    [InlineData(3, 60, false)]
    [InlineData(1, 3000, false)]
    public void A10_allows_what_a_death_left_unknown_once_and_for_a_while(int needless, double at, bool passes)
    {
        var tally = new RunTally();
        var run = new HandMadeRun(new CheckSettings { Tally = tally })
            .EngineCommit(0, "Person", "1", "update", ("firstName", "Ann")).Marketo(0, method: "POST", records: 1)
            .EngineCommit(20, "Person", "1", "update", ("firstName", "Bob")).EngineCommit(20, "Person", "2", "update", ("firstName", "Eve")).Marketo(20, method: "POST", records: 2)
            .EngineCommit(21, "Lead", TheLead, "update", ("Lead_Score__c", 5.0)).Salesforce(21, method: "PATCH", records: 1);
        tally.Died(HandMadeRun.At(30), HandMadeRun.At(10));
        tally.Restarts = 1;

        run.Marketo(50).Marketo(at, method: "POST", records: needless).Judge("A10").Passed.Should().Be(passes, "two people were written at Marketo after the state that the next life has");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A10_allows_again_what_was_on_the_wire_when_its_sender_died(int needless, bool passes)
    {
        var tally = new RunTally();
        var run = new HandMadeRun(new CheckSettings { Tally = tally });
        tally.Died(HandMadeRun.At(30), HandMadeRun.At(30));
        run.EngineCommit(30.1, "Person", "1", "update", ("firstName", "Ann")).Marketo(30.1, method: "POST", records: 1);
        tally.Restarts = 1;

        run.Marketo(60).Marketo(70, method: "POST", records: needless).Judge("A10").Passed.Should().Be(passes, "one write arrived after the death and before the next life");
    }

    [Fact]
    public void A10_finds_needless_writes_in_both_systems()
    {
        var run = new HandMadeRun()
            .HumanCommit(0, "Lead", TheLead, "update", ("Lead_Score__c", 5.0)).EngineCommit(301, "Lead", TheLead, "update").Salesforce(301, method: "PATCH")
            .EngineCommit(400, "Person", "1", "update", ("firstName", "Bob")).Marketo(400, method: "POST", records: 3)
            .Marketo(500, method: "POST", query: "_method=GET", records: 300);

        run.Judge("A10").Violations.Select(violation => violation.What).Should().Equal("An update that changed nothing", "2 of 3 records had nothing new");
    }

    [Fact]
    public void A10_is_not_excused_by_changes_of_what_the_engine_does_not_write_nor_twice_by_one()
    {
        Run("firstName", 1).Judge("A10").Passed.Should().BeTrue();
        Run("firstName", 2).Judge("A10").Passed.Should().BeFalse();
        Run("leadScore", 1).Judge("A10").Passed.Should().BeFalse();

        static HandMadeRun Run(string field, int needless) => new HandMadeRun().HumanCommit(0, "Person", "1", "update", (field, "x")).Marketo(60, method: "POST", records: needless);
    }

    [Fact]
    public void A10_lets_the_engine_meet_each_company_once()
    {
        var start = SystemsState.Empty(HandMadeRun.TheStart) with { Companies = [HandMadeRun.Record("1", ("externalCompanyId", "001a"))] };
        Run(1).Judge("A10").Passed.Should().BeTrue();
        Run(2).Judge("A10").Passed.Should().BeFalse();

        HandMadeRun Run(int records) => new HandMadeRun(start: start).Marketo(60, method: "POST", path: "/rest/v1/companies.json", records: records);
    }

    [Fact]
    public void A13_finds_a_write_of_an_account() =>
        new HandMadeRun().EngineCommit(0, "Account", "001a", "update", ("Name", "x")).Judge("A13").Violations.Should().ContainSingle();

    [Fact]
    public void A13_allows_owned_fields_on_create_and_on_the_other_side()
    {
        var run = new HandMadeRun()
            .EngineCommit(0, "Lead", TheLead, "create", ("Email", "a@x.example"), ("LeadSource", "Marketo"))
            .EngineCommit(1, "Lead", TheLead, "update", ("Lead_Score__c", 5.0), ("Status", "x"))
            .EngineCommit(2, "Person", "1", "update", ("email", "a@x.example"), ("lifecycleStage", "SQL"), ("leadStatus", "x"))
            .HumanCommit(3, "Lead", TheLead, "update", ("Email", "b@x.example"));

        run.Judge("A13").Should().Match<CheckResult>(result => result.Passed && result.Examined == 3);
    }

    [Theory]
    [InlineData("Lead", "Email")]
    [InlineData("Lead", "LeadSource")]
    [InlineData("Contact", "AccountId")]
    [InlineData("Person", "leadScore")]
    [InlineData("Person", "lifecycleStage")]
    public void A13_finds_an_owned_field_written_on_its_owners_side(string @object, string field)
    {
        var run = new HandMadeRun().EngineCommit(0, @object, "1", "update", (field, "MQL"));

        run.Judge("A13").Violations.Should().ContainSingle();
    }

    [Fact]
    public void Q1_sees_through_the_two_systems_spellings()
    {
        var run = new HandMadeRun()
            .EndsWithPerson("7", ("sfdcPersonId", TheLead), ("email", "Ann@x.example"), ("lastName", null), ("company", ""), ("leadScore", 50), ("leadStatus", "Open"))
            .EndsWithLead(TheLead, ("MarketoPersonId__c", "7"), ("Email", "ann@X.example"), ("LastName", "[not provided]"), ("Company", "[not provided]"), ("Lead_Score__c", 50.0), ("Status", "Open"));

        run.Judge("Q1").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);
    }

    [Theory]
    [InlineData("FirstName", "Anne")]
    [InlineData("Status", "Closed")]
    [InlineData("Lead_Score__c", 51.0)]
    [InlineData("MarketoPersonId__c", "8")]
    public void Q1_finds_a_field_that_differs(string field, object value)
    {
        List<(string, object?)> row = [("MarketoPersonId__c", "7"), ("FirstName", "Ann"), ("Status", "Open"), ("Lead_Score__c", 50.0)];
        row.RemoveAll(one => one.Item1 == field);
        row.Add((field, value));
        var run = new HandMadeRun()
            .EndsWithPerson("7", ("sfdcPersonId", TheLead), ("firstName", "Ann"), ("leadStatus", "Open"), ("leadScore", 50))
            .EndsWithLead(TheLead, [.. row]);

        run.Judge("Q1").Passed.Should().BeFalse();
    }

    [Fact]
    public void Q1_finds_a_person_left_at_its_converted_lead()
    {
        var run = new HandMadeRun().EndsWithPerson("7", ("sfdcPersonId", TheLead)).EndsWithLead(TheLead, ("MarketoPersonId__c", "7"), ("IsConverted", true));

        run.Judge("Q1").Violations.Should().ContainSingle().Which.What.Should().Contain("converted Lead");
    }

    [Fact]
    public void Q2_finds_an_edit_that_the_engine_wrote_over_with_an_older_value_of_the_other_side()
    {
        var run = new HandMadeRun()
            .HumanCommit(0, "Person", "7", "update", ("leadStatus", "Old")).HumanCommit(100, "Lead", TheLead, "update", ("Status", "New"), ("MarketoPersonId__c", "7"))
            .EngineCommit(110, "Lead", TheLead, "update", ("Status", "Old"))
            .EndsWithLead(TheLead, ("MarketoPersonId__c", "7"), ("Status", "Old")).EndsWithPerson("7", ("sfdcPersonId", TheLead), ("leadStatus", "Old"));

        run.Judge("Q2").Violations.Should().ContainSingle().Which.What.Should().StartWith("Status was edited");
    }

    [Fact]
    public void Q2_asks_for_the_last_edit_only()
    {
        var run = new HandMadeRun()
            .HumanCommit(0, "Lead", TheLead, "update", ("FirstName", "Ann")).HumanCommit(1, "Lead", TheLead, "update", ("FirstName", "Bob"), ("Rating", "Hot"))
            .HumanCommit(2, "Lead", TheLead, "update", ("Status", "Old"), ("MarketoPersonId__c", "7")).HumanCommit(3, "Person", "7", "update", ("leadStatus", "New"))
            .EngineCommit(4, "Lead", TheLead, "update", ("Status", "New"))
            .EndsWithLead(TheLead, ("MarketoPersonId__c", "7")).EndsWithPerson("7", ("sfdcPersonId", TheLead), ("firstName", "Bob"));

        run.Judge("Q2").Should().Match<CheckResult>(result => result.Passed && result.Examined == 1);
    }

    [Fact]
    public void Q2_finds_a_lost_edit_an_mql_without_lead_and_a_conversion_that_was_not_seen()
    {
        var run = new HandMadeRun()
            .HumanCommit(0, "Lead", "00QA", "update", ("FirstName", "Bob"))
            .HumanCommit(1, "Person", "8", "update", ("lifecycleStage", "MQL"))
            .HumanCommit(2, "Lead", "00QC", "convert", ("ConvertedContactId", TheContact))
            .EndsWithLead("00QA", ("FirstName", "Bob")).EndsWithPerson("7", ("sfdcPersonId", "00QA"), ("firstName", "Ann"))
            .EndsWithPerson("8")
            .EndsWithLead("00QC", ("IsConverted", true), ("ConvertedContactId", TheContact)).EndsWithContact(TheContact)
            .EndsWithPerson("9", ("sfdcPersonId", TheContact), ("lifecycleStage", "MQL"));

        var result = run.Judge("Q2");

        result.Violations.Select(violation => violation.Record).Should().Equal("Lead 00QA", "Person 8", "Lead 00QC");
        run.Measure().Lost.Should().Be(3);
    }

    [Fact]
    public void Q2_is_content_when_each_has_arrived()
    {
        var run = new HandMadeRun()
            .HumanCommit(1, "Person", "8", "update", ("lifecycleStage", "MQL"))
            .HumanCommit(2, "Lead", TheLead, "convert", ("ConvertedContactId", TheContact))
            .EndsWithLead(TheLead, ("IsConverted", true), ("ConvertedContactId", TheContact), ("MarketoPersonId__c", "8"))
            .EndsWithContact(TheContact, ("MarketoPersonId__c", "8"))
            .EndsWithPerson("8", ("sfdcPersonId", TheContact), ("lifecycleStage", "SQL"));

        run.Judge("Q2").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);
    }

    [Fact]
    public void Q4_allows_a_write_just_before_the_quiet_end()
    {
        var run = new HandMadeRun().EngineCommit(3299, "Person", "1", "update").Marketo(3299, method: "POST", records: 1).Marketo(3400).Marketo(3500);

        run.Judge("Q4").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);
    }

    [Fact]
    public void Q4_finds_a_write_in_the_quiet_end_and_an_engine_that_has_stopped()
    {
        var run = new HandMadeRun().EngineCommit(3300, "Person", "1", "update").Marketo(3300, method: "POST", records: 1);
        run.Judge("Q4").Violations.Should().ContainSingle();

        new HandMadeRun().Marketo(3000).Judge("Q4").Should().Match<CheckResult>(result => !result.Passed && result.Examined == 0);
    }
}
