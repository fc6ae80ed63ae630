using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class CompanyCheckTests
{
    private const string TheAccount = "0015g0000000001AAA";
    private const string Other = "0015g0000000002AAA";
    private const string TheContact = "0035g0000000001AAA";
    private const string TheLead = "00Q5g0000000001EAA";
    private const string Companies = "/rest/v1/companies.json";

    [Fact]
    public void Q9_wants_a_company_with_the_five_facts_and_its_people_linked() =>
        Ends(new HandMadeRun()).Judge("Q9").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);

    [Fact]
    public void Q9_does_not_apply_without_a_linked_Contact() =>
        new HandMadeRun().EndsWith(state => state with { Accounts = [HandMadeRun.Record(TheAccount)] }).Judge("Q9").Applied.Should().BeFalse();

    [Theory]
    [InlineData("industry", "Retail", "Industry is 'Finance', industry is 'Retail'")]
    [InlineData("annualRevenue", null, "AnnualRevenue is '1250000.5', annualRevenue is ''")]
    public void Q9_finds_a_fact_that_differs(string field, object? value, string what) =>
        Ends(new HandMadeRun(), (field, value)).Judge("Q9").Violations.Should().ContainSingle().Which.What.Should().Be(what);

    [Fact]
    public void Q9_leaves_a_fact_that_somebody_else_changed_at_Marketo_last()
    {
        var run = new HandMadeRun().HumanCommit(1, "Company", "7", "update", ("industry", "Retail"));
        Ends(run, ("industry", "Retail")).Judge("Q9").Passed.Should().BeTrue();

        run = new HandMadeRun().HumanCommit(1, "Company", "7", "update", ("industry", "Retail")).EngineCommit(2, "Company", "7", "update", ("industry", "Health"));
        Ends(run, ("industry", "Health")).Judge("Q9").Passed.Should().BeFalse();
    }

    [Fact]
    public void Q9_finds_a_company_that_is_missing_and_a_person_that_is_not_linked()
    {
        var run = Ends(new HandMadeRun(), key: null).EndsWith(state => state with { Companies = [] });

        run.Judge("Q9").Violations.Select(violation => violation.Record).Should().Equal("Person 1", "Account " + TheAccount);
    }

    [Fact]
    public void Q9_finds_a_company_made_for_an_account_without_Contacts()
    {
        var run = new HandMadeRun()
            .HumanCommit(0, "Contact", TheContact, "create", ("AccountId", TheAccount))
            .EngineCommit(1, "Company", "7", "create", ("externalCompanyId", TheAccount))
            .EngineCommit(1, "Company", "8", "create", ("externalCompanyId", Other))
            .HumanCommit(1, "Company", "9", "create", ("externalCompanyId", "theirs"));

        Ends(run).Judge("Q9").Violations.Should().ContainSingle().Which.Record.Should().Be("Company 8");
    }

    [Fact]
    public void A16_allows_a_link_to_a_company_that_an_earlier_call_made()
    {
        var run = new HandMadeRun()
            .EngineCommit(1, "Company", "7", "create", ("externalCompanyId", TheAccount)).Marketo(1, method: "POST", path: Companies, records: 1)
            .EngineCommit(2, "Person", "1", "update", ("externalCompanyId", TheAccount)).Marketo(2, method: "POST", records: 1);

        run.Judge("A16").Should().Match<CheckResult>(result => result.Passed && result.Examined == 1);
    }

    [Fact]
    public void A16_finds_a_link_before_its_company_and_one_that_makes_it()
    {
        var run = new HandMadeRun()
            .EngineCommit(1, "Person", "1", "update", ("externalCompanyId", TheAccount)).Marketo(1, method: "POST", records: 1)
            .EngineCommit(2, "Company", "7", "create", ("externalCompanyId", Other)).EngineCommit(2, "Person", "2", "update", ("externalCompanyId", Other)).Marketo(2, method: "POST", records: 1)
            .Marketo(3, method: "POST", records: 1, codes: "1013")
            .HumanCommit(4, "Person", "3", "update", ("externalCompanyId", "theirs"));

        run.Judge("A16").Violations.Select(violation => violation.Record).Should().Equal("Person 1", "Person 2", "");
    }

    [Fact]
    public void A11_allows_one_write_of_the_company_an_edit_and_one_that_brings_it_up_to_date()
    {
        var run = new HandMadeRun(start: Linked())
            .EngineCommit(1, "Company", "7", "update", ("industry", "Retail")).Marketo(1, method: "POST", path: Companies, records: 1)
            .HumanCommit(2, "Account", TheAccount, "update", ("Industry", "Finance"))
            .EngineCommit(3, "Company", "7", "update", ("industry", "Finance")).RuleCommit(3, "Person", "1", "update", ("industry", "Finance")).Marketo(3, method: "POST", path: Companies, records: 1)
            .EngineCommit(4, "Person", "1", "update", ("sfdcOpptyStage", "Proposal")).Marketo(4, method: "POST", records: 1)
            .EngineCommit(5, "Person", "2", "update", ("company", "Acme")).Marketo(5, method: "POST", records: 1);

        run.Judge("A11C").Should().Match<CheckResult>(result => result.Passed && result.Examined == 3);
    }

    [Fact]
    public void A11_finds_facts_written_to_people_through_people_and_too_often()
    {
        var run = new HandMadeRun(start: Linked())
            .HumanCommit(1, "Account", TheAccount, "update", ("Industry", "Finance"), ("Website", "x"))
            .EngineCommit(2, "Person", "1", "update", ("industry", "Finance")).Marketo(2, method: "POST", records: 1)
            .EngineCommit(3, "Company", "7", "update", ("industry", "Finance")).Marketo(3, method: "POST", records: 1)
            .HumanCommit(4, "Account", TheAccount, "update", ("Website", "y"))
            .EngineCommit(5, "Company", "7", "update", ("industry", "Retail")).Marketo(5, method: "POST", path: Companies, records: 1)
            .EngineCommit(6, "Company", "7", "update", ("industry", "Health")).Marketo(6, method: "POST", path: Companies, records: 1);

        run.Judge("A11C").Violations.Select(violation => violation.What).Should().Equal(
            "Wrote industry of a Contact's person; it is the company's", "Changed by a write of people", "Written more often than its account was edited");
    }

    private static SystemsState Linked() => SystemsState.Empty(HandMadeRun.TheStart) with
    {
        People = [HandMadeRun.Record("1", ("sfdcPersonId", TheContact)), HandMadeRun.Record("2", ("sfdcPersonId", TheLead))],
        Companies = [HandMadeRun.Record("7", ("externalCompanyId", TheAccount))],
    };

    private static HandMadeRun Ends(HandMadeRun run, (string Field, object? Value)? change = null, string? key = TheAccount)
    {
        (string Field, object? Value)[] facts =
        [
            ("externalCompanyId", TheAccount), ("company", "Acme"), ("industry", "Finance"), ("annualRevenue", 1250000.5m), ("numberOfEmployees", 340), ("billingCity", "Springfield"),
        ];
        return run
            .EndsWithPerson("1", ("sfdcPersonId", TheContact), ("externalCompanyId", key))
            .EndsWithContact(TheContact, ("MarketoPersonId__c", "1"), ("AccountId", TheAccount))
            .EndsWith(state => state with
            {
                Accounts = [HandMadeRun.Record(TheAccount, ("Name", "Acme "), ("Industry", "Finance"), ("AnnualRevenue", 1250000.5), ("NumberOfEmployees", 340), ("BillingCity", "Springfield"))],
                Companies = [HandMadeRun.Record("7", [.. facts.Select(fact => fact.Field == change?.Field ? change.Value : fact)])],
            });
    }
}
