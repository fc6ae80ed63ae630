using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.Tests.Simulators.Soql;

public sealed class SoqlParserTests
{
    [Theory]
    [InlineData("SELECT Id")]
    [InlineData("SELECT Id, FROM Lead")]
    [InlineData("SELECT Id FROM Lead WHERE")]
    [InlineData("SELECT Id FROM Lead WHERE Name")]
    [InlineData("SELECT Id FROM Lead WHERE (Name = 'a'")]
    [InlineData("SELECT Id FROM Lead WHERE Name IN ()")]
    [InlineData("SELECT Id FROM Lead ORDER Name")]
    [InlineData("SELECT Id FROM Lead LIMIT -1")]
    [InlineData("SELECT Id FROM Lead LIMIT x")]
    [InlineData("SELECT Id FROM Lead;")]
    [InlineData("SELECT * FROM Lead")]
    [InlineData("SELECT COUNT(), Id FROM Lead")]
    [InlineData("SELECT Id FROM Lead WHERE Name = :name")]
    [InlineData("SELECT Id FROM Lead WHERE Name = 'a")]
    [InlineData("SELECT Id FROM Lead WHERE CreatedDate > 2026-02-30")]
    [InlineData("SELECT Id FROM Lead WITH NOTHING")]
    [InlineData("SELECT Id FROM Lead HAVING COUNT(Id) > 1")]
    [InlineData("SELECT SUM() FROM Opportunity")]
    [InlineData("SELECT SUM(COUNT(Id)) FROM Opportunity")]
    [InlineData("SELECT NOPE(Id) FROM Opportunity")]
    [InlineData("SELECT TYPEOF Who ELSE Id END FROM Task")]
    [InlineData("SELECT FIELDS(SOME) FROM Lead")]
    [InlineData("SELECT Id, (SELECT Id FROM Contacts FROM Account")]
    [InlineData("SELECT Id FROM Lead WHERE Id IN (SELECT LeadId FROM CampaignMember LIMIT 5)")]
    [InlineData("SELECT Id FROM Lead WHERE AnnualRevenue > USD5000.")]
    [InlineData("SELECT Id FROM Lead GROUP BY ROLLUP(Status")]
    [InlineData("SELECT Id FROM Lead ALL ROWS")]
    public void A_statement_that_does_not_follow_the_grammar_is_malformed(string statement) =>
        Refusal(statement).Code.Should().Be("MALFORMED_QUERY");

    [Theory]
    [InlineData("SELECT Id, FROM Account", "\nSELECT Id, FROM Account\n           ^\nERROR at Row:1:Column:12\nunexpected token: 'FROM'")]
    [InlineData("SELECT Id", "\nSELECT Id\n         ^\nERROR at Row:1:Column:10\nunexpected token: '<EOF>'")]
    [InlineData("SELECT Id FORM Account", "\nSELECT Id FORM Account\n               ^\nERROR at Row:1:Column:16\nunexpected token: 'Account'")]
    [InlineData("SELECT Id\nFROM Lead\nWHERE Name ~ 'x'", "\nWHERE Name ~ 'x'\n           ^\nERROR at Row:3:Column:12\nunexpected token: '~'")]
    [InlineData(
        "SELECT Id FROM Account WHERE Name = 'Some long name of a company' AND BillingCity == 'Berlin'",
        "\nname of a company' AND BillingCity == 'Berlin'\n                                    ^\nERROR at Row:1:Column:84\nunexpected token: '='")]
    public void The_text_shows_row_column_and_caret(string statement, string message) => Refusal(statement).Message.Should().Be(message);

    [Theory]
    [InlineData("SELECT Id FROM Lead WHERE CreatedDate > 2020-03-17T21:04:32.000 0000", "line 1:63 no viable alternative at character ' '")]
    [InlineData("SELECT Id FROM Lead WHERE CreatedDate > 2020-03-17T21:04", "line 1:56 no viable alternative at character '<EOF>'")]
    public void A_bad_character_in_a_literal_is_the_lexers_error_counted_from_0(string statement, string message) => Refusal(statement).Message.Should().Be(message);

    [Theory]
    [InlineData("a = 1 AND b = 2 OR c = 3", "OR")]
    [InlineData("a = 1 OR b = 2 AND c = 3", "AND")]
    [InlineData("a = 1 AND NOT b = 2", "NOT")]
    [InlineData("NOT a = 1 AND b = 2", "AND")]
    public void And_or_and_not_mixed_without_brackets_are_malformed(string condition, string word) =>
        Refusal("SELECT Id FROM Lead WHERE " + condition).Message.Should().EndWith($"unexpected token: '{word}'");

    [Fact]
    public void Names_words_and_white_space_are_free()
    {
        var query = SoqlParser.Parse("select\n c.Id , c.Account.Name\tfrom Contact c, c.Account a where ( c.Email != null )order by Name desc nulls last,Id limit 5 offset 10");

        query.Fields.Select(item => ((PathTerm)item.Term).Path.Text).Should().Equal("c.Id", "c.Account.Name");
        query.Object.Text.Should().Be("Contact");
        query.Alias!.Value.Text.Should().Be("c");
        query.Parents.Should().ContainSingle().Which.Alias.Text.Should().Be("a");
        query.OrderBy.Should().HaveCount(2);
        query.OrderBy[0].Should().Match<OrderItem>(item => item.Descending && item.NullsLast);
        query.Limit.Should().Be(5);
        query.Offset.Should().Be(10);
    }

    [Theory]
    [InlineData("Group")]
    [InlineData("Order")]
    public void Objects_called_Group_and_Order_are_names(string name) => SoqlParser.Parse($"SELECT Id FROM {name} ORDER BY Id").Object.Text.Should().Be(name);

    [Theory]
    [InlineData(@"'O\'Brien \\ \u0041\n'", "O'Brien \\ A\n")]
    [InlineData("''", "")]
    public void Escapes_of_a_text_are_resolved(string literal, string value) => Literal(literal).Value.Should().Be(value);

    [Fact]
    public void Another_backslash_is_refused() =>
        Refusal(@"SELECT Id FROM Lead WHERE a = 'x\y'").Message.Should().Be(@"Invalid string literal 'x\y'. Illegal character sequence '\y' in string literal.");

    [Theory]
    [InlineData("2026-01-31T10:00:00Z", "2026-01-31T10:00:00Z")]
    [InlineData("2026-01-31T10:00:00.250+01:00", "2026-01-31T09:00:00.250Z")]
    [InlineData("2026-01-31T10:00:00-0800", "2026-01-31T18:00:00Z")]
    public void A_datetime_is_an_instant_in_any_zone(string literal, string instant) =>
        Literal(literal).Value.Should().Be(Micros.From(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("5", nameof(LiteralKind.Number))]
    [InlineData("-5.25", nameof(LiteralKind.Number))]
    [InlineData("2026-01-31", nameof(LiteralKind.Date))]
    [InlineData("TODAY", nameof(LiteralKind.DateLiteral))]
    [InlineData("LAST_N_DAYS: 3", nameof(LiteralKind.DateLiteral))]
    [InlineData("N_FISCAL_QUARTERS_AGO:2", nameof(LiteralKind.DateLiteral))]
    [InlineData("USD5000", nameof(LiteralKind.Currency))]
    [InlineData("eur0.25", nameof(LiteralKind.Currency))]
    [InlineData("true", nameof(LiteralKind.Boolean))]
    [InlineData("null", nameof(LiteralKind.Null))]
    [InlineData("Smith", nameof(LiteralKind.Word))]
    public void Each_literal_has_its_kind(string literal, string kind) => Literal(literal).Kind.ToString().Should().Be(kind);

    [Theory]
    [InlineData("TODAY", "2026-03-11", "2026-03-12")]
    [InlineData("LAST_N_DAYS:1", "2026-03-10", "2026-03-12")]
    [InlineData("NEXT_N_DAYS:2", "2026-03-12", "2026-03-14")]
    [InlineData("N_DAYS_AGO:2", "2026-03-09", "2026-03-10")]
    [InlineData("THIS_WEEK", "2026-03-08", "2026-03-15")]
    [InlineData("LAST_N_WEEKS:1", "2026-03-01", "2026-03-08")]
    [InlineData("LAST_N_MONTHS:2", "2026-01-01", "2026-03-01")]
    [InlineData("NEXT_QUARTER", "2026-04-01", "2026-07-01")]
    [InlineData("N_YEARS_AGO:1", "2025-01-01", "2026-01-01")]
    [InlineData("LAST_90_DAYS", "2025-12-11", "2026-03-12")]
    [InlineData("LAST_N_YEARS:90000", "0001-01-01", "2026-01-01")]
    public void A_date_literal_is_a_range_of_whole_days(string literal, string start, string end)
    {
        var range = ((DateLiteral)Literal(literal).Value!).On(new DateOnly(2026, 3, 11));

        range.Start.ToString("O").Should().Be(start);
        range.End.ToString("O").Should().Be(end);
    }

    [Theory]
    [InlineData("THIS_FISCAL_YEAR", "2025-07-01", "2026-07-01")]
    [InlineData("LAST_N_FISCAL_YEARS:2", "2023-07-01", "2025-07-01")]
    [InlineData("NEXT_FISCAL_QUARTER", "2026-04-01", "2026-07-01")]
    public void A_fiscal_literal_counts_from_the_first_month_of_the_fiscal_year(string literal, string start, string end)
    {
        var range = ((DateLiteral)Literal(literal).Value!).On(new DateOnly(2026, 3, 11), fiscalStart: 7);

        range.Start.ToString("O").Should().Be(start);
        range.End.ToString("O").Should().Be(end);
    }

    [Fact]
    public void A_number_of_a_currency_keeps_its_code() => Literal("usd5000.25").Value.Should().Be(new CurrencyAmount("USD", 5000.25m));

    private static SoqlLiteral Literal(string literal) => ((CompareCondition)SoqlParser.Parse("SELECT Id FROM Lead WHERE a = " + literal).Where!).Value;

    private static SoqlException Refusal(string statement) => FluentActions.Invoking(() => SoqlParser.Parse(statement)).Should().Throw<SoqlException>().Which;
}
