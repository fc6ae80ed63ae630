using System.Globalization;

namespace SfMarketo.Tests.Simulators.Soql;

public sealed class SoqlGroupTests
{
    private readonly SoqlWorld world = new();

    [Theory]
    [InlineData("SELECT COUNT(Id), COUNT(Amount), COUNT(NextStep) FROM Opportunity", "5|4|0")]
    [InlineData("SELECT SUM(Amount), AVG(Amount), MIN(Amount), MAX(Amount) FROM Opportunity", "100|25|10|40")]
    [InlineData("SELECT COUNT_DISTINCT(Type), MIN(Type), MAX(CloseDate) FROM Opportunity", "2|a|03/05/2026")]
    [InlineData("SELECT COUNT(Id), SUM(Amount) FROM Opportunity WHERE Name = 'nobody'", "0|")]
    [InlineData("SELECT MIN(StageName), MAX(StageName) FROM Opportunity", "Prospecting|Closed Won")]
    [InlineData("SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName ORDER BY StageName", "Prospecting|3;Closed Won|2")]
    [InlineData("SELECT StageName FROM Opportunity GROUP BY StageName ORDER BY COUNT(Id)", "Closed Won;Prospecting")]
    [InlineData("SELECT Type t, SUM(Amount) total FROM Opportunity GROUP BY Type ORDER BY total DESC NULLS LAST", "a|60;B|40;|")]
    [InlineData("SELECT Type FROM Opportunity GROUP BY Type HAVING SUM(Amount) > 40", "a")]
    [InlineData("SELECT Type FROM Opportunity GROUP BY Type HAVING COUNT(Id) > 1 AND Type LIKE '%'  ORDER BY Type", "a;B")]
    [InlineData("SELECT CALENDAR_YEAR(CloseDate), COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)", "2025|2;2026|3")]
    [InlineData("SELECT CALENDAR_YEAR(CloseDate) y FROM Opportunity GROUP BY CloseDate HAVING COUNT(Id) > 1", "2025")]
    [InlineData("SELECT Account.Name, COUNT(Id) FROM Opportunity GROUP BY Account.Name ORDER BY Account.Name", "|3;Acme|2")]
    [InlineData("SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName ORDER BY StageName LIMIT 1 OFFSET 1", "Closed Won|2")]
    [InlineData("SELECT StageName, GROUPING(StageName), COUNT(Id) FROM Opportunity GROUP BY ROLLUP(StageName)", "Prospecting|0|3;Closed Won|0|2;|1|5")]
    [InlineData("SELECT IsPrivate, StageName, COUNT(Id) FROM Opportunity GROUP BY CUBE(IsPrivate, StageName)", "False|Prospecting|3;False|Closed Won|2;|Prospecting|3;|Closed Won|2;False||5;||5")]
    [InlineData("SELECT StageName, COUNT(StageName) FROM Opportunity GROUP BY ROLLUP(StageName)", "Prospecting|3;Closed Won|2;|5")]
    [InlineData("SELECT FORMAT(SUM(Amount)) s, FORMAT(MIN(CloseDate)) FROM Opportunity", "$100.00|12/31/2025")]
    [InlineData("SELECT toLabel(StageName) l FROM Opportunity GROUP BY StageName ORDER BY StageName", "Prospecting;Closed Won")]
    public void Groups_are(string statement, string rows)
    {
        var account = world.Add("Account", ("Name", "Acme"));
        Add("Prospecting", "a", 10.0, new DateOnly(2025, 12, 31), account);
        Add("Prospecting", "A", 50.0 - 40, new DateOnly(2026, 1, 1), account);
        Add("Prospecting", "a", 40.0, new DateOnly(2026, 3, 5));
        Add("Closed Won", "B", 40.0, new DateOnly(2025, 12, 31));
        Add("Closed Won", null, null, new DateOnly(2026, 2, 1));
        if (statement.Contains("HAVING COUNT(Id) > 1 AND", StringComparison.Ordinal))
        {
            Add("Closed Won", "b", null, new DateOnly(2026, 2, 1));
        }

        Text(statement).Should().Be(rows);
    }

    [Theory]
    [InlineData("SELECT Name, COUNT(Id) FROM Opportunity", "MALFORMED_QUERY", "Field must be grouped or aggregated: Name")]
    [InlineData("SELECT Name FROM Opportunity GROUP BY StageName", "MALFORMED_QUERY", "Field must be grouped or aggregated: Name")]
    [InlineData("SELECT CALENDAR_YEAR(CreatedDate) FROM Opportunity", "MALFORMED_QUERY", "Field must be grouped or aggregated: CreatedDate")]
    [InlineData("SELECT Id, COUNT(Id) FROM Opportunity GROUP BY Id", "MALFORMED_QUERY", "\nSELECT Id, COUNT(Id) FROM Opportunity GROUP BY Id\n                 ^\nERROR at Row:1:Column:18\nGrouped field should not be aggregated: Id")]
    [InlineData("SELECT StageName FROM Opportunity GROUP BY StageName ORDER BY CloseDate", "MALFORMED_QUERY", "Ordered field must be grouped or aggregated: CloseDate")]
    [InlineData("SELECT StageName FROM Opportunity GROUP BY StageName HAVING Amount > 5", "MALFORMED_QUERY", "Having field must be grouped or aggregated: Amount")]
    [InlineData("SELECT COUNT(Id) FROM Opportunity GROUP BY CreatedDate", "INVALID_FIELD", "field 'CreatedDate' can not be grouped in a query call")]
    [InlineData("SELECT COUNT(Id) FROM Opportunity GROUP BY Amount", "INVALID_FIELD", "field 'Amount' can not be grouped in a query call")]
    [InlineData("SELECT COUNT(Id) FROM Opportunity GROUP BY Description", "INVALID_FIELD", "field 'Description' can not be grouped in a query call")]
    [InlineData("SELECT SUM(Name) FROM Opportunity", "MALFORMED_QUERY", "field Name does not support aggregate operator SUM")]
    [InlineData("SELECT COUNT(IsWon) FROM Opportunity", "MALFORMED_QUERY", "field IsWon does not support aggregate operator COUNT")]
    [InlineData("SELECT MAX(Description) FROM Opportunity", "MALFORMED_QUERY", "field Description does not support aggregate operator MAX")]
    [InlineData("SELECT MAX(Amount) FROM Opportunity LIMIT 1", "MALFORMED_QUERY", "Non-grouped query that uses overall aggregate functions cannot also use LIMIT")]
    [InlineData("SELECT MAX(Amount) a, MIN(Amount) A FROM Opportunity", "MALFORMED_QUERY", "duplicate alias: A")]
    [InlineData("SELECT Account.Name, Owner.Name FROM Opportunity GROUP BY Account.Name, Owner.Name", "MALFORMED_QUERY", "duplicate alias: Name")]
    [InlineData("SELECT GROUPING(StageName) FROM Opportunity GROUP BY StageName", "MALFORMED_QUERY", "GROUPING is of fields in GROUP BY ROLLUP or GROUP BY CUBE: StageName")]
    [InlineData("SELECT COUNT() FROM Opportunity GROUP BY StageName", "MALFORMED_QUERY", "COUNT() and GROUP BY cannot be used together")]
    [InlineData("SELECT Id FROM Opportunity WHERE SUM(Amount) > 5", "MALFORMED_QUERY", "Aggregate expressions are not allowed in WHERE")]
    [InlineData("SELECT COUNT(Id) FROM Opportunity GROUP BY CUBE(StageName, Type, OwnerId, AccountId)", "MALFORMED_QUERY", "GROUP BY CUBE must contain 3 fields or less")]
    public void A_query_of_groups_is_refused_with(string statement, string code, string text)
    {
        var refusal = world.Refusal(statement);

        refusal.Code.Should().Be(code);
        refusal.Message.Should().EndWith(text);
    }

    private void Add(string stage, string? type, double? amount, DateOnly close, string? account = null) =>
        world.Add("Opportunity", ("Name", "x"), ("StageName", stage), ("Type", type), ("Amount", amount), ("CloseDate", close), ("AccountId", account));

    private string Text(string statement)
    {
        var plan = world.Plan(statement);
        var scope = new SfMarketo.SalesforceSim.Query.Predicates.QueryScope(world.Store, includeDeleted: false);
        return string.Join(';', plan.Run(scope).Select(row => string.Join('|', plan.Select.Entries.Select(entry => Convert.ToString(entry.Value!.Read(row, scope), CultureInfo.InvariantCulture)))));
    }
}
