using SfMarketo.SalesforceSim.Query;

namespace SfMarketo.Tests.Simulators.Soql;

public sealed class SoqlConditionTests
{
    private readonly SoqlWorld world = new();

    [Theory]
    [InlineData("Email = 'ANN@x.example'", "Ann")]
    [InlineData("Email != 'ann@x.example'", "Bob,Cyd")]
    [InlineData("Email IN ('ann@x.example', 'BOB@x.example')", "Ann,Bob")]
    [InlineData("Email NOT IN ('ann@x.example')", "Bob,Cyd")]
    [InlineData("Email IN ('ann@x.example', null)", "Ann,Cyd")]
    [InlineData("Email = null", "Cyd")]
    [InlineData("Email = ''", "Cyd")]
    [InlineData("Email != null", "Ann,Bob")]
    [InlineData("Email LIKE '%@X.example'", "Ann,Bob")]
    [InlineData("Email LIKE 'a_n%'", "Ann")]
    [InlineData(@"Company LIKE '100\%%'", "Ann")]
    [InlineData(@"Company LIKE '100\_%'", "")]
    [InlineData("Company LIKE '%'", "Ann,Bob,Cyd")]
    [InlineData("LastName > 'ANN'", "Bob,Cyd")]
    [InlineData("LastName <= 'bob'", "Ann,Bob")]
    [InlineData("Lead_Score__c >= 50", "Bob")]
    [InlineData("Lead_Score__c < 50", "Ann")]
    [InlineData("Lead_Score__c != 50", "Ann,Cyd")]
    [InlineData("Lead_Score__c IN (50, 10)", "Ann,Bob")]
    [InlineData("Lead_Score__c NOT IN (50, 10)", "Cyd")]
    [InlineData("Lead_Score__c = -5", "")]
    [InlineData("(NOT Lead_Score__c > 20)", "Ann,Cyd")]
    [InlineData("IsConverted = false", "Ann,Bob")]
    [InlineData("IsConverted != false", "Cyd")]
    [InlineData("IsConverted = null", "")]
    [InlineData("ConvertedDate = 2026-03-01", "Cyd")]
    [InlineData("ConvertedDate > 2026-02-28", "Cyd")]
    [InlineData("ConvertedDate != 2026-03-01", "Ann,Bob")]
    [InlineData("CreatedDate >= 2026-03-10T12:00:00+01:00", "Bob,Cyd")]
    [InlineData("CreatedDate > 2026-03-10T11:00:00.000Z", "Cyd")]
    [InlineData("CreatedDate = 2026-03-10T11:00:00Z", "Bob")]
    [InlineData("CreatedDate = TODAY", "Cyd")]
    [InlineData("CreatedDate < TODAY", "Ann,Bob")]
    [InlineData("CreatedDate != YESTERDAY", "Ann,Cyd")]
    [InlineData("CreatedDate <= YESTERDAY", "Ann,Bob")]
    [InlineData("CreatedDate = LAST_N_DAYS:1", "Bob,Cyd")]
    [InlineData("CreatedDate = LAST_N_WEEKS:1", "Ann")]
    [InlineData("Lead.LastName = 'Ann'", "Ann")]
    [InlineData("(LastName = 'Ann' OR LastName = 'Bob') AND IsConverted = false", "Ann,Bob")]
    [InlineData("LastName = 'Ann' AND Email = 'bob@x.example'", "")]
    public void A_condition_finds(string condition, string names)
    {
        AddThree();

        string.Join(',', world.Names("SELECT Id FROM Lead WHERE " + condition + " ORDER BY LastName")).Should().Be(names);
    }

    [Fact]
    public void Not_equal_can_be_set_to_leave_nulls_out()
    {
        var strict = new SoqlWorld(new QueryOptions { NotEqualMatchesNull = false });
        strict.Add("Lead", ("LastName", "Cyd"));

        strict.Names("SELECT Id FROM Lead WHERE Email != 'x'").Should().BeEmpty();
        strict.Names("SELECT Id FROM Lead WHERE Email NOT IN ('x')").Should().BeEmpty();
    }

    [Theory]
    [InlineData("UTC", "late,early")]
    [InlineData("America/Los_Angeles", "late")]
    public void Today_is_a_day_of_the_callers_zone(string zone, string names)
    {
        // Now is 08:30 in Los Angeles; its day began at 07:00 UTC.
        world.Add("Lead", ("LastName", "early"), ("CreatedDate", new DateTimeOffset(2026, 3, 11, 6, 59, 59, TimeSpan.Zero)));
        world.Add("Lead", ("LastName", "late"), ("CreatedDate", new DateTimeOffset(2026, 3, 11, 7, 0, 0, TimeSpan.Zero)));

        string.Join(',', world.Names("SELECT Id FROM Lead WHERE CreatedDate = TODAY ORDER BY CreatedDate DESC", zone: zone)).Should().Be(names);
    }

    [Fact]
    public void Ids_of_15_and_18_characters_are_one()
    {
        var id = world.Add("Lead", ("LastName", "Ann"));
        var other = world.Add("Lead", ("LastName", "Bob"));

        world.Names($"SELECT Id FROM Lead WHERE Id = '{id[..15]}'").Should().Equal("Ann");
        world.Names($"SELECT Id FROM Lead WHERE Id IN ('{id}', '{id[..15]}')").Should().Equal("Ann");
        world.Names($"SELECT Id FROM Lead WHERE Id > '{id[..15]}'").Should().Equal("Bob");
        world.Names($"SELECT Id FROM Lead WHERE Id != '{other}'").Should().Equal("Ann");
        world.Names("SELECT Id FROM Lead WHERE Id = '001000000000000AAA'").Should().BeEmpty();
    }

    [Fact]
    public void Parents_are_followed_and_a_missing_one_counts_as_null()
    {
        var account = world.Add("Account", ("Name", "Acme"));
        world.Add("Contact", ("LastName", "Ann"), ("AccountId", account));
        world.Add("Contact", ("LastName", "Bob"));

        world.Names("SELECT Id FROM Contact WHERE Account.Name = 'acme'").Should().Equal("Ann");
        world.Names("SELECT Id FROM Contact WHERE Account.Name = null").Should().Equal("Bob");
        world.Names("SELECT Id FROM Contact WHERE Account.Name != 'acme'").Should().Equal("Bob");
        world.Names("SELECT Id FROM Contact c, c.Account a WHERE a.Name LIKE 'A%'").Should().Equal("Ann");
        world.Names("SELECT Id FROM Contact ORDER BY Account.Name NULLS LAST").Should().Equal("Ann", "Bob");
    }

    [Fact]
    public void A_polymorphic_parent_has_its_names_fields_and_type()
    {
        var lead = world.Add("Lead", ("LastName", "Ann"), ("Name", "Ann"));
        var contact = world.Add("Contact", ("LastName", "Bob"), ("Name", "Bob"));
        var toLead = world.Add("Task", ("Subject", "a"), ("WhoId", lead));
        var toContact = world.Add("Task", ("Subject", "b"), ("WhoId", contact));

        world.Run("SELECT Id FROM Task WHERE Who.Type = 'Lead'").Select(row => row.Id).Should().Equal(toLead);
        world.Run("SELECT Id FROM Task WHERE Who.Name = 'Bob'").Select(row => row.Id).Should().Equal(toContact);
        world.Refusal("SELECT Id FROM Task WHERE Who.Company = 'x'").Message.Should().Contain("No such column 'Company' on entity 'Name'");
    }

    [Fact]
    public void A_semi_join_and_an_anti_join_read_the_other_object()
    {
        var won = world.Add("Contact", ("LastName", "Ann"));
        world.Add("Contact", ("LastName", "Bob"));
        world.Add("OpportunityContactRole", ("ContactId", won));

        world.Names("SELECT Id FROM Contact WHERE Id IN (SELECT ContactId FROM OpportunityContactRole)").Should().Equal("Ann");
        world.Names("SELECT Id FROM Contact WHERE Id NOT IN (SELECT ContactId FROM OpportunityContactRole)").Should().Equal("Bob");
        world.Refusal("SELECT Id FROM Contact WHERE LastName = 'x' OR Id IN (SELECT ContactId FROM OpportunityContactRole)")
            .Message.Should().EndWith("not in nested WHERE expressions.");
        world.Refusal("SELECT Id FROM Contact WHERE Id IN (SELECT Id FROM Contact)").Message.Should().EndWith("should not be on the same object type");
    }

    [Theory]
    [InlineData("LastName = 5", "INVALID_FIELD", "value of filter criterion for field 'LastName' must be of type string and should be enclosed in quotes")]
    [InlineData("LastName = Smith", "INVALID_FIELD", "value of filter criterion for field 'LastName' must be of type string and should be enclosed in quotes")]
    [InlineData("ConvertedDate = '2026-01-01'", "INVALID_FIELD", "value of filter criterion for field 'ConvertedDate' must be of type date and should not be enclosed in quotes")]
    [InlineData("ConvertedDate = 2026-01-01T00:00:00Z", "INVALID_FIELD", "value of filter criterion for field 'ConvertedDate' must be of type date and should not be enclosed in quotes")]
    [InlineData("CreatedDate > '2026-01-01T00:00:00Z'", "INVALID_FIELD", "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes")]
    [InlineData("CreatedDate > 2026-01-01", "INVALID_FIELD", "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes")]
    [InlineData("NumberOfEmployees = '5'", "INVALID_FIELD", "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes")]
    [InlineData("Lead_Score__c = '5'", "INVALID_FIELD", "value of filter criterion for field 'Lead_Score__c' must be of type double and should not be enclosed in quotes")]
    [InlineData("IsConverted = 'true'", "INVALID_FIELD", "value of filter criterion for field 'IsConverted' must be of type boolean and should not be enclosed in quotes")]
    [InlineData("Id = 'xyz'", "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: xyz")]
    [InlineData("Id LIKE '00Q%'", "INVALID_QUERY_FILTER_OPERATOR", "invalid operator on id field")]
    [InlineData("CreatedDate LIKE 'x'", "INVALID_QUERY_FILTER_OPERATOR", "invalid operator on datetime field")]
    [InlineData("Description = 'x'", "INVALID_FIELD", "field 'Description' can not be filtered in a query call")]
    [InlineData("Nope = 'x'", "INVALID_FIELD", "No such column 'Nope' on entity 'Lead'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.")]
    [InlineData("Nope.Id = 'x'", "INVALID_FIELD", "Didn't understand relationship 'Nope' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.")]
    public void A_condition_that_does_not_fit_is_refused_with(string condition, string code, string text)
    {
        var refusal = world.Refusal("SELECT Id FROM Lead WHERE " + condition);

        refusal.Code.Should().Be(code);
        refusal.Message.Should().StartWith($"\nSELECT Id FROM Lead WHERE {condition}\n").And.EndWith("\n" + text);
    }

    private void AddThree()
    {
        world.Add("Lead", ("LastName", "Ann"), ("Email", "ann@x.example"), ("Company", "100% Juice"), ("Lead_Score__c", 10.0), ("IsConverted", false), ("CreatedDate", new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero)));
        world.Add("Lead", ("LastName", "Bob"), ("Email", "Bob@x.example"), ("Company", "Acme"), ("Lead_Score__c", 50.0), ("CreatedDate", new DateTimeOffset(2026, 3, 10, 11, 0, 0, TimeSpan.Zero)));
        world.Add("Lead", ("LastName", "Cyd"), ("Company", "Acme"), ("IsConverted", true), ("ConvertedDate", new DateOnly(2026, 3, 1)));
    }
}
