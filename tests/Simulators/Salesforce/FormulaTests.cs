using System.Globalization;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.Tests.Simulators.Salesforce;

/// <summary>The formula language, over a lead with a few values: new, or changed from an old one.</summary>
public sealed class FormulaTests
{
    private static readonly OrgSchema Schema = OrgSchema.Build([]);

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3 ^ 2", "27")]
    [InlineData("-2 - -3", "1")]
    [InlineData("10 / 4", "2.5")]
    [InlineData("1 / 0", "")]
    [InlineData("'a' & \"b\" + 'c'", "abc")]
    [InlineData("LastName & '/' & FirstName & '/' & Phone", "Ray/Ann/")]
    [InlineData("NumberOfEmployees * 2", "84")]
    [InlineData("AnnualRevenue + 1", "")]
    [InlineData("IF(NumberOfEmployees > 40, 'big', 'small')", "big")]
    [InlineData("CASE(Rating, 'Cold', 1, 'Hot', 2, 0)", "2")]
    [InlineData("CASE(TEXT(Rating), 'Cold', 1, 0)", "0")]
    [InlineData("TEXT(NumberOfEmployees) & TEXT(Rating)", "42Hot")]
    [InlineData("BLANKVALUE(Phone, 'none')", "none")]
    [InlineData("LEN(LastName)", "3")]
    [InlineData("LEFT(Company, 2) & RIGHT(Company, 2) & MID(Company, 2, 1)", "Acmec")]
    [InlineData("UPPER('a') & LOWER('B') & TRIM('  c ')", "Abc")]
    [InlineData("SUBSTITUTE('a-b-c', '-', '+')", "a+b+c")]
    [InlineData("FIND('c', 'abcabc', 4)", "6")]
    [InlineData("LPAD('7', 3, '0') & RPAD('7', 3)", "0077  ")]
    [InlineData("VALUE('12.5') + 1", "13.5")]
    [InlineData("ROUND(2.345, 2)", "2.35")]
    [InlineData("ROUND(1234, -2)", "1200")]
    [InlineData("MOD(7, 3) + ABS(-1) + FLOOR(1.9) + CEILING(1.1) + SQRT(9)", "8")]
    [InlineData("MAX(1, 5, 3) - MIN(1, 5, 3)", "4")]
    [InlineData("TODAY()", "2026-03-11")]
    [InlineData("TODAY() + 30", "2026-04-10")]
    [InlineData("TODAY() - DATE(2026, 3, 1)", "10")]
    [InlineData("DATE(2026, 2, 30)", "")]
    [InlineData("ADDMONTHS(DATE(2026, 1, 31), 1)", "2026-02-28")]
    [InlineData("YEAR(TODAY()) * 100 + MONTH(TODAY())", "202603")]
    [InlineData("DATEVALUE(NOW())", "2026-03-11")]
    [InlineData("TEXT(DATETIMEVALUE('2026-01-02 03:04:05'))", "2026-01-02 03:04:05Z")]
    [InlineData("$User.Username", "admin@example.invalid")]
    [InlineData("$Profile.Name", "System Administrator")]
    [InlineData("Owner.Name", "Administrator")]
    public void A_formula_gives_a_value(string text, string value) => Text(Formula.Parse(text, Schema["Lead"], Schema, FormulaUse.Condition).Value(Context(isNew: true))).Should().Be(value);

    [Theory]
    [InlineData("AND(TRUE, NOT(FALSE)) && (FALSE || OR(FALSE, TRUE))", true)]
    [InlineData("ISBLANK(Phone)", true)]
    [InlineData("ISBLANK(LastName)", false)]
    [InlineData("Phone = ''", true)]
    [InlineData("LastName == 'ray'", false)]
    [InlineData("LastName <> 'Ray' || LastName != 'Bob'", true)]
    [InlineData("AnnualRevenue > 5", false)]
    [InlineData("AnnualRevenue <= 5", false)]
    [InlineData("NOT(AnnualRevenue > 5)", true)]
    [InlineData("ISPICKVAL(Rating, 'Hot')", true)]
    [InlineData("ISPICKVAL(LeadSource, '')", true)]
    [InlineData("CONTAINS(Company, 'cm') && BEGINS(Company, 'Ac')", true)]
    [InlineData("REGEX(LastName, '[A-Z][a-z]{2}')", true)]
    [InlineData("REGEX(LastName, '[A-Z]')", false)]
    [InlineData("REGEX(LastName, '(')", false)]
    [InlineData("TODAY() > DATE(2026, 1, 1)", true)]
    [InlineData("DoNotCall", false)]
    [InlineData("ISNUMBER('1e3') && !ISNUMBER('x')", true)]
    [InlineData("/* a comment */ TRUE", true)]
    public void A_condition_holds_or_not(string text, bool holds) => Formula.Condition(text, Schema["Lead"], Schema).Holds(Context(isNew: true)).Should().Be(holds);

    [Theory]
    [InlineData("ISNEW()", true, false)]
    [InlineData("ISCHANGED(LastName)", false, true)]
    [InlineData("ISCHANGED(Company)", false, false)]
    [InlineData("PRIORVALUE(LastName) = 'Old'", false, true)]
    [InlineData("PRIORVALUE(LastName) = 'Ray'", true, false)]
    [InlineData("ISPICKVAL(PRIORVALUE(Rating), 'Cold')", false, true)]
    public void What_was_there_before_is_known_on_updates(string text, bool whenNew, bool whenChanged)
    {
        var formula = Formula.Condition(text, Schema["Lead"], Schema);

        (formula.Holds(Context(isNew: true)), formula.Holds(Context(isNew: false))).Should().Be((whenNew, whenChanged));
    }

    [Theory]
    [InlineData("", "Syntax error. The formula is empty")]
    [InlineData("1 +", "Syntax error. The formula ends too soon")]
    [InlineData("(1", "Syntax error. Missing ')'")]
    [InlineData("1 2", "Syntax error. Extra 2")]
    [InlineData("'a", "*text is not closed*")]
    [InlineData("#", "Syntax error. Found '#'")]
    [InlineData("Nope", "Field Nope does not exist. Check spelling")]
    [InlineData("Account.Name", "Field Account.Name does not exist. Check spelling")]
    [InlineData("Owner.Nope", "Field Owner.Nope does not exist. Check spelling")]
    [InlineData("NOPE(1)", "Unknown function NOPE. Check spelling")]
    [InlineData("LEN()", "Incorrect number of parameters for function 'LEN()'. Expected 1, received 0")]
    [InlineData("LEN(1)", "Incorrect parameter type for function 'LEN()'. Expected Text, received Number")]
    [InlineData("1 = 'a'", "Incorrect parameter type for function '=()'. Expected Number, received Text")]
    [InlineData("Rating = 'Hot'", "Field Rating is a picklist field. Picklist fields are only supported in certain functions*")]
    [InlineData("ISCHANGED('a')", "*Expected a field of the record itself")]
    public void A_formula_that_is_none_is_refused(string text, string message) =>
        FluentActions.Invoking(() => Formula.Parse(text, Schema["Lead"], Schema, FormulaUse.Condition)).Should().Throw<FormulaException>().WithMessage(message);

    [Fact]
    public void A_formula_that_is_too_deep_is_refused_and_does_not_overflow() =>
        FluentActions.Invoking(() => Formula.Parse(new string('(', 100_000), Schema["Lead"], Schema, FormulaUse.Condition)).Should().Throw<FormulaException>().WithMessage("Formula is too deep");

    private static FormulaContext Context(bool isNew)
    {
        var store = new OrgStore(Schema);
        new OrgSeed(store, new SfMarketo.SalesforceSim.Options.SalesforceSimOptions(), 0).Fill();
        var type = Schema["Lead"];
        var administrator = store["User"].IdOf(0);
        object?[] Values(params (string Field, object? Value)[] fields)
        {
            var values = (object?[])type.Defaults.Clone();
            foreach (var (field, value) in fields)
            {
                values[type.Field(field).Number] = value;
            }

            return values;
        }

        var old = isNew ? null : new SRow(type, 0, 1, deleted: false, Values(("LastName", "Old"), ("Company", "Acme"), ("Rating", "Cold")));
        var now = Values(("LastName", "Ray"), ("FirstName", "Ann"), ("Company", "Acme"), ("Rating", "Hot"), ("NumberOfEmployees", 42), ("OwnerId", administrator));
        return new FormulaContext(store, now, old, Kernel.Recording.Micros.From(new DateTimeOffset(2026, 3, 11, 15, 30, 0, TimeSpan.Zero)), administrator);
    }

    private static string Text(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
