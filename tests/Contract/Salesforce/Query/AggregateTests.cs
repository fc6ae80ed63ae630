using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>Groups and their values.</summary>
[Source("Salesforce SOQL and SOSL Reference, GROUP BY; Aggregate Functions")]
public sealed class AggregateTests : IAsyncLifetime
{
    private OrgHost host = null!;
    private string account = "";

    public async ValueTask InitializeAsync()
    {
        host = await OrgHost.StartAsync();
        account = await host.CreateAccount("Acme");
        await Deal("Prospecting", 100, "2026-01-31");
        await Deal("Prospecting", 500, "2026-06-30");
        await Deal("Qualification", 50, "2025-01-31");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    [Proves("soql GROUP BY")]
    [Proves("soql alias")]
    public async Task A_group_is_an_AggregateResult_with_its_fields_aliases_and_numbered_expressions()
    {
        var answer = await host.Query($"SELECT StageName, COUNT(Id), SUM(Amount) total, MAX(CloseDate) FROM Opportunity WHERE AccountId = '{account}' GROUP BY StageName ORDER BY StageName");

        answer.Status.Should().Be(200);
        answer.Body.Should().Be(
            """{"totalSize":2,"done":true,"records":[{"attributes":{"type":"AggregateResult"},"StageName":"Prospecting","expr0":2,"total":600.0,"expr1":"2026-06-30"},"""
            + """{"attributes":{"type":"AggregateResult"},"StageName":"Qualification","expr0":1,"total":50.0,"expr1":"2025-01-31"}]}""");
    }

    [Fact]
    [Proves("soql GROUP BY")]
    [Proves("soql aggregate functions")]
    public async Task Aggregates_without_a_group_are_one_row_even_of_nothing()
    {
        (await host.Rows($"SELECT COUNT(Id), COUNT(NextStep), AVG(Amount), MIN(Amount), COUNT_DISTINCT(StageName) FROM Opportunity WHERE AccountId = '{account}'"))
            .Should().Be("{expr0:3,expr1:0,expr2:216.66666666666666,expr3:50.0,expr4:2}");
        (await host.Rows($"SELECT COUNT(Id), SUM(Amount) FROM Opportunity WHERE AccountId = '{account}' AND Name = 'nobody'")).Should().Be("{expr0:0,expr1:null}");
    }

    [Fact]
    [Proves("soql HAVING")]
    public async Task Having_tests_groups() =>
        (await host.Rows($"SELECT StageName FROM Opportunity WHERE AccountId = '{account}' GROUP BY StageName HAVING COUNT(Id) > 1 AND StageName LIKE 'P%'")).Should().Be("{StageName:Prospecting}");

    [Fact]
    [Proves("soql ROLLUP")]
    [Proves("soql CUBE")]
    [Proves("soql GROUPING()")]
    [Proves("soql GROUP BY")]
    public async Task Rollup_and_cube_add_subtotals_with_nulls_that_grouping_tells_apart()
    {
        var from = $"FROM Opportunity WHERE AccountId = '{account}' GROUP BY";

        (await host.Rows($"SELECT StageName, GROUPING(StageName) g, COUNT(Id) n {from} ROLLUP(StageName) ORDER BY GROUPING(StageName), StageName"))
            .Should().Be("{StageName:Prospecting,g:0,n:2} {StageName:Qualification,g:0,n:1} {StageName:null,g:1,n:3}");
        (await host.Query($"SELECT StageName, CloseDate, COUNT(Id) n {from} CUBE(StageName, CloseDate)"))["totalSize"].GetInt32().Should().Be(3 + 2 + 3 + 1);
    }

    [Fact]
    [Proves("soql date function")]
    public async Task A_date_function_groups_by_periods()
    {
        (await host.Rows($"SELECT CALENDAR_YEAR(CloseDate) y, SUM(Amount) s FROM Opportunity WHERE AccountId = '{account}' GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate) DESC"))
            .Should().Be("{y:2026,s:600.0} {y:2025,s:50.0}");
        (await host.Rows($"SELECT Amount FROM Opportunity WHERE AccountId = '{account}' AND CALENDAR_MONTH(CloseDate) = 1 AND CALENDAR_YEAR(CloseDate) IN (2025) ORDER BY DAY_IN_YEAR(CloseDate)"))
            .Should().Be("{Amount:50.0}");
    }

    [Fact]
    [Proves("soql GROUP BY")]
    [Proves("soql parent path")]
    public async Task A_parents_field_is_called_by_its_last_name() =>
        (await host.Rows($"SELECT Account.Name, COUNT(Id) FROM Opportunity WHERE AccountId = '{account}' GROUP BY Account.Name")).Should().Be("{Name:Acme,expr0:3}");

    [Theory]
    [InlineData("SELECT Name, COUNT(Id) FROM Opportunity", "MALFORMED_QUERY", "Field must be grouped or aggregated: Name")]
    [InlineData("SELECT COUNT(Id) FROM Opportunity GROUP BY Id", "MALFORMED_QUERY", "Grouped field should not be aggregated: Id")]
    [InlineData("SELECT COUNT(Id) FROM Opportunity GROUP BY CreatedDate", "INVALID_FIELD", "field 'CreatedDate' can not be grouped in a query call")]
    [InlineData("SELECT SUM(Name) FROM Opportunity", "MALFORMED_QUERY", "field Name does not support aggregate operator SUM")]
    [InlineData("SELECT MAX(Amount) FROM Opportunity LIMIT 1", "MALFORMED_QUERY", "Non-grouped query that uses overall aggregate functions cannot also use LIMIT")]
    [InlineData("SELECT StageName FROM Opportunity GROUP BY StageName ORDER BY CloseDate", "MALFORMED_QUERY", "Ordered field must be grouped or aggregated: CloseDate")]
    [Proves("soql GROUP BY")]
    [Proves("code MALFORMED_QUERY")]
    [Proves("code INVALID_FIELD")]
    public Task What_cannot_be_grouped_is_refused(string statement, string code, string text) => host.ShouldRefuse(statement, code, text);

    private Task<string> Deal(string stage, int amount, string close) =>
        host.Create("Opportunity", $$"""{"Name":"deal","StageName":"{{stage}}","Amount":{{amount}},"CloseDate":"{{close}}","AccountId":"{{account}}"}""");
}
