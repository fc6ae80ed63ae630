using SfMarketo.SalesforceSim.Query;
using SfMarketo.SalesforceSim.Query.Planning;

namespace SfMarketo.Tests.Simulators.Soql;

public sealed class SoqlResultTests
{
    private readonly SoqlWorld world = new();

    [Theory]
    [InlineData("ORDER BY Email", "Cyd,Ann,Bob")]
    [InlineData("ORDER BY Email DESC", "Cyd,Bob,Ann")]
    [InlineData("ORDER BY Email NULLS LAST", "Ann,Bob,Cyd")]
    [InlineData("ORDER BY Email DESC NULLS LAST", "Bob,Ann,Cyd")]
    [InlineData("ORDER BY Company, LastName DESC", "Cyd,Bob,Ann")]
    [InlineData("ORDER BY LastName LIMIT 1", "Ann")]
    [InlineData("ORDER BY LastName LIMIT 2 OFFSET 1", "Bob,Cyd")]
    [InlineData("ORDER BY LastName OFFSET 5", "")]
    [InlineData("LIMIT 0", "")]
    public void Order_limit_and_offset_hold(string clauses, string names)
    {
        world.Add("Lead", ("LastName", "Bob"), ("Email", "B@x.example"), ("Company", "acme"));
        world.Add("Lead", ("LastName", "Ann"), ("Email", "a@x.example"), ("Company", "Zeta"));
        world.Add("Lead", ("LastName", "Cyd"), ("Company", "Acme"));

        string.Join(',', world.Names("SELECT Id FROM Lead " + clauses)).Should().Be(names);
    }

    [Fact]
    public void Picklists_sort_by_the_order_of_their_values()
    {
        world.Add("Lead", ("LastName", "w"), ("Status", "Working - Contacted"));
        world.Add("Lead", ("LastName", "c"), ("Status", "Closed - Converted"));
        world.Add("Lead", ("LastName", "o"), ("Status", "Open - Not Contacted"));

        world.Names("SELECT Id FROM Lead ORDER BY Status").Should().Equal("o", "w", "c");

        var alphabetical = new SoqlWorld(new QueryOptions { PicklistsAlphabetical = true });
        alphabetical.Add("Lead", ("LastName", "o"), ("Status", "Open - Not Contacted"));
        alphabetical.Add("Lead", ("LastName", "c"), ("Status", "Closed - Converted"));
        alphabetical.Names("SELECT Id FROM Lead ORDER BY Status").Should().Equal("c", "o");
    }

    [Fact]
    public void Deleted_rows_are_seen_by_queryAll_only()
    {
        var id = world.Add("Lead", ("LastName", "Ann"), ("Email", "a@x.example"));
        world.Delete(id);

        foreach (var condition in (string[])["", $" WHERE Id = '{id}'", " WHERE Email = 'a@x.example'", " WHERE SystemModstamp > 2020-01-01T00:00:00Z"])
        {
            world.Run("SELECT Id FROM Lead" + condition).Should().BeEmpty();
            world.Run("SELECT Id FROM Lead" + condition, all: true).Should().ContainSingle();
        }
    }

    [Fact]
    public void Archived_activities_are_seen_by_queryAll_only()
    {
        world.Add("Task", ("Subject", "old"), ("IsArchived", true));
        world.Add("Task", ("Subject", "new"), ("IsArchived", false));

        world.Run("SELECT Id FROM Task").Should().ContainSingle();
        world.Run("SELECT Id FROM Task", all: true).Should().HaveCount(2);
    }

    [Fact]
    public void Rows_without_order_come_shuffled_but_the_same_each_time()
    {
        var shuffled = new SoqlWorld(new QueryOptions());
        for (var i = 0; i < 20; i++)
        {
            shuffled.Add("Lead", ("LastName", "x" + i));
        }

        var first = shuffled.Run("SELECT Id FROM Lead").Select(row => row.Number).ToList();

        first.Should().NotBeInAscendingOrder().And.OnlyHaveUniqueItems().And.HaveCount(20);
        shuffled.Run("SELECT Id FROM Lead").Select(row => row.Number).Should().Equal(first);
        shuffled.Run("SELECT Id FROM Lead ORDER BY SystemModstamp").Select(row => row.Number).Should().NotBeInAscendingOrder("a cursor by stamp alone meets ties");
        shuffled.Run("SELECT Id FROM Lead ORDER BY SystemModstamp, Id").Select(row => row.Number).Should().BeInAscendingOrder();
    }

    [Fact]
    public void The_pollers_query_reads_the_change_log_in_order()
    {
        var ids = Enumerable.Range(0, 10).Select(i => world.Add("Lead", ("LastName", "x" + i), ("SystemModstamp", SoqlWorld.TheNow.AddSeconds(i / 5)))).ToList();
        world.Change(ids[0], ("SystemModstamp", SoqlWorld.TheNow.AddSeconds(1)));
        var statement = $"SELECT Id FROM Lead WHERE (SystemModstamp = 2026-03-11T15:30:00Z AND Id > '{ids[2]}') OR SystemModstamp > 2026-03-11T15:30:00Z ORDER BY SystemModstamp, Id LIMIT 4";

        world.Plan(statement).Access.Should().BeOfType<AccessPath.ByChange>();
        world.Names(statement).Should().Equal("x3", "x4", "x0", "x5");
    }

    [Theory]
    [InlineData("Id = '00Q000000000000'", typeof(AccessPath.ByIds))]
    [InlineData("LastName = 'x' AND Id IN ('00Q000000000000')", typeof(AccessPath.ByIds))]
    [InlineData("Email = 'x'", typeof(AccessPath.ByIndex))]
    [InlineData("MarketoPersonId__c IN ('1', '2') AND Status = 'x'", typeof(AccessPath.ByIndex))]
    [InlineData("SystemModstamp >= 2026-01-01T00:00:00Z AND IsConverted = false", typeof(AccessPath.ByChange))]
    [InlineData("SystemModstamp < 2026-01-01T00:00:00Z", typeof(AccessPath.Scan))]
    [InlineData("Email != 'x'", typeof(AccessPath.Scan))]
    [InlineData("Email = 'x' OR LastName = 'y'", typeof(AccessPath.Scan))]
    [InlineData("Email = 'x' OR MarketoPersonId__c = '2'", typeof(AccessPath.Union))]
    [InlineData("(LastName = 'x' AND (Email = 'y' OR Id = '00Q000000000000')) AND City = 'z'", typeof(AccessPath.Union))]
    [InlineData("MarketoPersonId__c = '2' AND Email = 'x'", typeof(AccessPath.ByIndex))]
    [InlineData("DAY_ONLY(SystemModstamp) = 2026-01-01", typeof(AccessPath.Scan))]
    public void Rows_are_found_the_cheapest_way(string condition, Type access) =>
        world.Plan("SELECT Id FROM Lead WHERE " + condition).Access.Should().BeOfType(access);

    [Fact]
    public void Two_indexes_of_an_OR_find_each_row_once()
    {
        world.Add("Lead", ("LastName", "Ann"), ("Email", "a@x.example"), ("MarketoPersonId__c", "1"));
        world.Add("Lead", ("LastName", "Bob"), ("Email", "b@x.example"), ("MarketoPersonId__c", "2"));
        world.Add("Lead", ("LastName", "Cyd"), ("Email", "c@x.example"), ("MarketoPersonId__c", "3"));

        world.Names("SELECT Id FROM Lead WHERE Email IN ('b@x.example', 'c@x.example') OR MarketoPersonId__c IN ('3', '1')").Should().Equal("Ann", "Bob", "Cyd");
    }

    [Fact]
    public void A_plan_is_kept_unless_it_holds_something_true_only_now()
    {
        world.Plan("SELECT Id FROM Lead").Should().BeSameAs(world.Plan("SELECT Id FROM Lead"));
        world.Plan("SELECT Id FROM Lead WHERE CreatedDate = TODAY").Should().NotBeSameAs(world.Plan("SELECT Id FROM Lead WHERE CreatedDate = TODAY"));
    }

    [Theory]
    [InlineData("SELECT Id FROM NopeNope", "INVALID_TYPE", "ERROR at Row:1:Column:16\nsObject type 'NopeNope' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.")]
    [InlineData("SELECT Id, Nope FROM Account", "INVALID_FIELD", "\nSELECT Id, Nope FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.")]
    [InlineData("SELECT Id, id FROM Lead", "MALFORMED_QUERY", "duplicate field selected: Id")]
    [InlineData("SELECT toLabel(Status) Owner, Owner.Name FROM Lead", "MALFORMED_QUERY", "duplicate field selected: Owner")]
    [InlineData("SELECT Id x FROM Lead", "MALFORMED_QUERY", "only aggregate expressions use field aliasing")]
    [InlineData("SELECT Id FROM Lead OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000")]
    [InlineData("SELECT Id FROM Lead ORDER BY Description", "INVALID_FIELD", "field 'Description' can not be sorted in a query call")]
    public void A_statement_that_does_not_fit_the_schema_is_refused_with(string statement, string code, string text)
    {
        var refusal = world.Refusal(statement);

        refusal.Code.Should().Be(code);
        refusal.Message.Should().EndWith(text);
    }
}
