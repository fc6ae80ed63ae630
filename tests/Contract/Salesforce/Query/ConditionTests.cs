using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>WHERE and ORDER BY over three leads: Ann with an e-mail and a score of 10, Bob with 50, Cyd with neither.</summary>
[Source("Salesforce SOQL and SOSL Reference, Condition Expression Syntax; Comparison Operators; ORDER BY")]
public sealed class ConditionTests : IAsyncLifetime
{
    private readonly List<string> ids = [];
    private OrgHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await OrgHost.StartAsync();
        foreach (var (name, more) in ((string, string)[])[("Ann", ",\"Email\":\"ann@example.com\",\"NumberOfEmployees\":10,\"Title\":\"100% O'Neil\""), ("Bob", ",\"Email\":\"Bob@example.com\",\"NumberOfEmployees\":50,\"DoNotCall\":true"), ("Cyd", "")])
        {
            ids.Add(await host.Create("Lead", $$"""{"LastName":"{{name}}","Company":"Acme"{{more}}}"""));
        }
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("Email = 'ANN@example.com'", "Ann")]
    [InlineData("NumberOfEmployees >= 10 AND NumberOfEmployees < 50", "Ann")]
    [InlineData("NumberOfEmployees > +5.5", "Ann Bob")]
    [InlineData("LastName <= 'bob'", "Ann Bob")]
    [InlineData("DoNotCall = TRUE", "Bob")]
    [Proves("soql comparison")]
    [Proves("soql WHERE")]
    public Task Values_are_compared_ignoring_case(string condition, string names) => ShouldFind(condition, names);

    [Theory]
    [InlineData("Email LIKE '%@EXAMPLE.com'", "Ann Bob")]
    [InlineData("LastName LIKE 'a_n'", "Ann")]
    [InlineData(@"Title LIKE '100\%%'", "Ann")]
    [InlineData(@"Title LIKE '100\_%'", "")]
    [Proves("soql LIKE")]
    public Task Patterns_match(string condition, string names) => ShouldFind(condition, names);

    [Theory]
    [InlineData(@"Title = '100% O\'Neil'", "Ann")]
    [InlineData(@"Title = '100% O\u0027Neil'", "Ann")]
    [InlineData(@"Title = '100% O\\Neil'", "")]
    [Proves("soql escape sequences")]
    public Task Escapes_are_resolved(string condition, string names) => ShouldFind(condition, names);

    [Theory]
    [InlineData("LastName IN ('ann', 'Cyd')", "Ann Cyd")]
    [InlineData("NumberOfEmployees IN (10, null)", "Ann Cyd")]
    [InlineData("LastName NOT IN ('ann', 'Cyd')", "Bob")]
    [Proves("soql IN")]
    public Task Lists_hold_values_and_nulls(string condition, string names) => ShouldFind(condition, names);

    [Theory]
    [InlineData("Email = null", "Cyd")]
    [InlineData("Email = ''", "Cyd")]
    [InlineData("Email != NULL", "Ann Bob")]
    [InlineData("NumberOfEmployees < 1000", "Ann Bob")]
    [Proves("soql null")]
    public Task Nothing_is_null_and_smaller_than_nothing(string condition, string names) => ShouldFind(condition, names);

    [Theory]
    [InlineData("(LastName = 'Ann' OR LastName = 'Bob') AND (NOT DoNotCall = true)", "Ann")]
    [InlineData("(LastName = 'Ann' AND Email = null) OR LastName = 'Cyd'", "Cyd")]
    [InlineData("(NOT (LastName = 'Ann' OR LastName = 'Bob'))", "Cyd")]
    [Proves("soql AND OR NOT")]
    public Task Conditions_are_joined_in_brackets(string condition, string names) => ShouldFind(condition, names);

    [Theory]
    [InlineData("CreatedDate >= 2020-03-17T21:04:32Z", "Ann Bob Cyd")]
    [InlineData("CreatedDate < 2020-03-17T21:04:32.000+0000", "")]
    [InlineData("CreatedDate > 2020-03-17T21:04:32-08:00", "Ann Bob Cyd")]
    [Proves("soql datetime literal")]
    public Task Instants_have_a_zone(string condition, string names) => ShouldFind(condition, names);

    [Theory]
    [InlineData("CreatedDate = TODAY", "Ann Bob Cyd")]
    [InlineData("CreatedDate = LAST_N_DAYS:1", "Ann Bob Cyd")]
    [InlineData("CreatedDate < LAST_N_DAYS:5", "")]
    [InlineData("CreatedDate = THIS_YEAR AND CreatedDate > LAST_YEAR", "Ann Bob Cyd")]
    [InlineData("CreatedDate = LAST_N_YEARS:2", "")]
    [Proves("soql date literal")]
    public Task Date_literals_are_ranges(string condition, string names) => ShouldFind(condition, names);

    [Theory]
    [InlineData("ORDER BY Email", "Cyd Ann Bob")]
    [InlineData("ORDER BY Email DESC", "Cyd Bob Ann")]
    [InlineData("ORDER BY Email NULLS LAST", "Ann Bob Cyd")]
    [InlineData("ORDER BY Company, NumberOfEmployees DESC NULLS LAST", "Bob Ann Cyd")]
    [Proves("soql NULLS FIRST LAST")]
    [Proves("soql ORDER BY")]
    public async Task Nulls_come_first_in_both_directions_unless_said(string order, string names) =>
        (await NamesAsync($"SELECT LastName FROM Lead WHERE Id IN ({Ids}) {order}")).Should().Be(names);

    [Theory]
    [InlineData("LIMIT 2", "Ann Bob", 2)]
    [InlineData("LIMIT 1 OFFSET 1", "Bob", 1)]
    [InlineData("OFFSET 3", "", 0)]
    [InlineData("LIMIT 0", "", 0)]
    [Proves("soql LIMIT OFFSET")]
    public async Task Limit_and_offset_count_in_the_total(string clauses, string names, int total)
    {
        var answer = await host.Query($"SELECT LastName FROM Lead WHERE Id IN ({Ids}) ORDER BY LastName {clauses}");

        answer["totalSize"].GetInt32().Should().Be(total);
        string.Join(' ', answer["records"].EnumerateArray().Select(row => row.GetProperty("LastName").GetString())).Should().Be(names);
    }

    [Fact]
    [Proves("soql object prefix and alias of FROM")]
    public async Task The_object_or_its_alias_may_stand_before_a_name()
    {
        (await host.Rows($"SELECT Lead.LastName FROM Lead WHERE Lead.Id = '{ids[0]}'")).Should().Be("{LastName:Ann}");
        (await host.Rows($"SELECT l.LastName, o.IsActive FROM Lead l, l.CreatedBy o WHERE l.Id = '{ids[0]}' AND o.IsActive = true")).Should().Be("{LastName:Ann,CreatedBy:{IsActive:true}}");
    }

    [Fact]
    [Proves("soql polymorphic path")]
    public async Task A_polymorphic_parent_is_asked_by_type_and_name()
    {
        var task = await host.Create("Task", $$"""{"Subject":"Call","WhoId":"{{ids[0]}}"}""");

        (await host.Rows($"SELECT Who.Name, Who.Type FROM Task WHERE Id = '{task}' AND Who.Type IN ('Lead') AND Who.Name LIKE '%n'")).Should().Be("{Who:{Name:Ann,Type:Lead}}");
        (await host.Rows($"SELECT Id FROM Task WHERE Id = '{task}' AND Who.Type != 'Lead'")).Should().BeEmpty();
    }

    [Fact]
    [Proves("soql semi-join")]
    public async Task Rows_are_chosen_by_the_rows_of_another_object()
    {
        await host.Create("Task", $$"""{"Subject":"Call","WhoId":"{{ids[0]}}"}""");

        (await NamesAsync($"SELECT LastName FROM Lead WHERE Id IN ({Ids}) AND Id IN (SELECT WhoId FROM Task WHERE Subject = 'Call')")).Should().Be("Ann");
        (await NamesAsync($"SELECT LastName FROM Lead WHERE Id IN ({Ids}) AND Id NOT IN (SELECT WhoId FROM Task) ORDER BY LastName")).Should().Be("Bob Cyd");
    }

    private string Ids => string.Join(", ", ids.Select(id => $"'{id}'"));

    private async Task ShouldFind(string condition, string names) =>
        (await NamesAsync($"SELECT LastName FROM Lead WHERE ({condition}) AND Id IN ({Ids}) ORDER BY LastName")).Should().Be(names);

    private async Task<string> NamesAsync(string statement)
    {
        var answer = await host.Query(statement);
        answer.Status.Should().Be(200, answer.Body);
        return string.Join(' ', answer["records"].EnumerateArray().Select(row => row.GetProperty("LastName").GetString()));
    }
}
