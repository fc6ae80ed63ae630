using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Metrics;

/// <summary>Person 7 belongs to the Contact, 9 to nobody; the Contact works for the account, which is company 3.</summary>
public sealed class LagMeterTests
{
    private const string Contact = "0035g0000000001AAA";
    private const string Account = "0015g0000000001AAA";
    private const string Deal = "0065g0000000001AAA";
    private const string Other = "0065g0000000002AAA";

    [Fact]
    public void A_stage_is_timed_to_the_person_and_its_suppression_to_the_list()
    {
        var run = new Commits()
            .Human(0, "Opportunity", Deal, "create", ("StageName", "Prospecting"), ("IsClosed", false), ("IsWon", false), ("CloseDate", "2026-04-01"))
            .Human(0, "OpportunityContactRole", "00K1", "create", ("OpportunityId", Deal), ("ContactId", Contact))
            .Engine(20, "Person", "7", "update", ("sfdcOpptyStage", "Prospecting"))
            .Human(100, "Opportunity", Deal, "update", ("StageName", "Closed Won"), ("IsClosed", true), ("IsWon", true))
            .Engine(130, "ListMember", "1001/7", "create")
            .Engine(140, "ProgramMember", "1003/7", "create")
            .Engine(150, "Person", "7", "update", ("sfdcOpptyStage", "Closed Won"))
            .Human(200, "Opportunity", Deal, "update", ("StageName", "Negotiation/Review"), ("IsClosed", false), ("IsWon", false))
            .Engine(205, "ProgramMember", "1003/7", "delete")
            .Engine(210, "ListMember", "1001/7", "delete")
            .Engine(260, "Person", "7", "update", ("sfdcOpptyStage", "Negotiation/Review"));

        run.Of("stage").Should().Equal(20, 50, 60);
        run.Of("suppression").Should().Equal(30, 10);
    }

    [Fact]
    public void Deleted_memberships_suppress_and_enrolments_lift()
    {
        var run = Lost().Engine(30, "ProgramMember", "1001/7", "delete").Engine(31, "ProgramMember", "1002/7", "delete")
            .Human(100, "Opportunity", Deal, "delete").Engine(140, "ProgramMember", "1001/7", "create");

        run.Of("suppression").Should().Equal(30, 40);
    }

    [Fact]
    public void A_deal_that_moves_neither_standing_nor_stage_starts_no_clock()
    {
        var run = Lost()
            .Engine(30, "ListMember", "1001/7", "create")
            .Engine(30, "Person", "7", "update", ("sfdcOpptyStage", "Closed Lost"))
            .Human(40, "Opportunity", Other, "create", ("StageName", "Closed Lost"), ("IsClosed", true), ("IsWon", false), ("CloseDate", "2026-05-01"))
            .Human(40, "OpportunityContactRole", "00K2", "create", ("OpportunityId", Other), ("ContactId", Contact))
            .Human(50, "Opportunity", Deal, "update", ("Amount", 5000))
            .Engine(90, "ListMember", "1001/7", "create")
            .Engine(90, "Person", "7", "update", ("sfdcOpptyStage", "Closed Lost"));

        run.Of("stage").Should().Equal(30);
        run.Of("suppression").Should().Equal(30);
    }

    [Fact]
    public void A_change_taken_back_before_it_travelled_is_none()
    {
        var run = Lost().Human(5, "Opportunity", Deal, "delete")
            .Engine(30, "ListMember", "1001/7", "create").Engine(30, "Person", "7", "update", ("sfdcOpptyStage", "Closed Lost"))
            .Engine(31, "ListMember", "1001/7", "delete");

        run.Of("stage").Should().BeEmpty();
        run.Of("suppression").Should().BeEmpty();
    }

    [Fact]
    public void Opportunities_of_before_the_run_count_for_the_standing()
    {
        var start = Start with
        {
            Opportunities = [Record(Deal, ("StageName", "Closed Won"), ("IsClosed", true), ("IsWon", true), ("CloseDate", "2026-01-01"))],
            ContactRoles = [Record("00K1", ("OpportunityId", Deal), ("ContactId", Contact))],
        };
        var run = new Commits(start)
            .Human(0, "Opportunity", Other, "create", ("StageName", "Closed Lost"), ("IsClosed", true), ("IsWon", false), ("CloseDate", "2026-05-01"))
            .Human(0, "OpportunityContactRole", "00K2", "create", ("OpportunityId", Other), ("ContactId", Contact))
            .Engine(10, "ListMember", "1001/7", "create");

        run.Of("suppression").Should().BeEmpty();
    }

    [Fact]
    public void An_activity_is_timed_to_the_Task_with_its_guid_and_from_the_link_when_that_came_later()
    {
        var run = new Commits()
            .Human(0, "Activity", "500", "create", ("activityTypeId", 2), ("personId", 7), ("assetId", 1))
            .Human(1, "Activity", "501", "create", ("activityTypeId", 10), ("personId", 7), ("assetId", 1))
            .Human(2, "Activity", "502", "create", ("activityTypeId", 11), ("personId", 9), ("assetId", 1))
            .Engine(40, "Task", "00T1", "create", ("MarketoGuid__c", "500"))
            .Engine(41, "Task", "00T2", "create", ("MarketoGuid__c", "500"))
            .Engine(3_000, "Person", "9", "update", ("sfdcPersonId", "00Q1"))
            .Engine(3_025, "Task", "00T3", "create", ("MarketoGuid__c", "502"));

        run.Of("engagement").Should().Equal(40, 25);
    }

    [Fact]
    public void An_account_is_timed_to_its_company_when_somebody_linked_works_there()
    {
        var run = new Commits(Start with { Companies = [Record("3", ("externalCompanyId", Account))] })
            .Human(0, "Account", Account, "update", ("AnnualRevenue", 1_250_000.0), ("Phone", "1"))
            .Human(10, "Account", Account, "update", ("AnnualRevenue", 1_500_000.0), ("Industry", "Energy"))
            .Human(15, "Account", "0015g0000000009AAA", "update", ("Industry", "Energy"))
            .Engine(20, "Company", "3", "update", ("annualRevenue", 1_250_000m))
            .Engine(50, "Company", "3", "update", ("annualRevenue", 1_500_000.00m), ("industry", "Energy"))
            .Engine(60, "Company", "4", "create", ("externalCompanyId", "0015g0000000009AAA"), ("industry", "Energy"));

        run.Of("firmographics").Should().Equal(40, 40);
    }

    [Fact]
    public void Consent_is_timed_both_ways_and_what_is_taken_back_is_not()
    {
        var run = new Commits()
            .Human(0, "Contact", Contact, "update", ("HasOptedOutOfEmail", true))
            .Engine(5, "Person", "7", "update", ("unsubscribed", true))
            // Marketo sets it back by itself; the engine says no.
            .Human(10, "Person", "7", "update", ("unsubscribed", false))
            .Engine(20, "Person", "7", "update", ("unsubscribed", true))
            // A form: an opt-in that counts.
            .Human(100, "Person", "7", "update", ("unsubscribed", false))
            .Engine(109, "Contact", Contact, "update", ("HasOptedOutOfEmail", false))
            // Both sides do the same: nothing has to travel.
            .Human(200, "Contact", Contact, "update", ("HasOptedOutOfEmail", true))
            .Human(201, "Person", "7", "update", ("unsubscribed", true))
            .Engine(300, "Contact", Contact, "update", ("HasOptedOutOfEmail", true))
            // Nobody to travel to.
            .Human(400, "Person", "9", "update", ("unsubscribed", true));

        run.Of("consent").Should().Equal(5, 9);
    }

    private static Commits Lost() => new Commits()
        .Human(0, "Opportunity", Deal, "create", ("StageName", "Closed Lost"), ("IsClosed", true), ("IsWon", false), ("CloseDate", "2026-04-01"))
        .Human(0, "OpportunityContactRole", "00K1", "create", ("OpportunityId", Deal), ("ContactId", Contact));

    private static StateRecord Record(string id, params (string Field, object? Value)[] fields) => Commits.Record(id, fields);

    internal static SystemsState Start { get; } = new(
        Commits.TheStart,
        [Record("7", ("sfdcPersonId", Contact)), Record("9")],
        [],
        [Record(Contact, ("MarketoPersonId__c", "7"), ("AccountId", Account))]);
}
