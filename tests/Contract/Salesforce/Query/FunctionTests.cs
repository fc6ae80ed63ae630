using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>Functions over fields, and FIELDS().</summary>
[Source("Salesforce SOQL and SOSL Reference, SOQL SELECT Functions; FIELDS()")]
public sealed class FunctionTests
{
    [Fact]
    [Proves("soql toLabel")]
    public async Task A_label_answers_under_the_fields_name_or_an_alias()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead("\"Status\":\"Working - Contacted\"");

        (await host.Rows($"SELECT toLabel(Status) FROM Lead WHERE Id = '{id}' AND toLabel(Status) LIKE 'Working%'")).Should().Be("{Status:Working - Contacted}");
        (await host.Rows($"SELECT Status, toLabel(status) Label FROM Lead WHERE Id = '{id}'")).Should().Be("{Status:Working - Contacted,Label:Working - Contacted}");
        await host.ShouldRefuse("SELECT Status, toLabel(Status) FROM Lead", "MALFORMED_QUERY", "duplicate field selected: Status");
    }

    [Fact]
    [Proves("soql format")]
    [Proves("soql convertCurrency()")]
    public async Task Format_shows_what_users_see()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.Create("Opportunity", """{"Name":"deal","StageName":"Prospecting","CloseDate":"2026-04-05","Amount":44000}""");

        (await host.Rows($"SELECT FORMAT(Amount), FORMAT(CloseDate) d, CloseDate, FORMAT(convertCurrency(Amount)) c FROM Opportunity WHERE Id = '{id}'"))
            .Should().Be("{Amount:$44,000.00,d:4/5/2026,CloseDate:2026-04-05,c:$44,000.00}");
        (await host.Rows($"SELECT FORMAT(MIN(CloseDate)) d FROM Opportunity WHERE Id = '{id}'")).Should().Be("{d:4/5/2026}");
    }

    [Fact]
    [Proves("soql format")]
    [Proves("soql convertTimezone()")]
    [SimulatorOnly("a clock and a user of its own")]
    public async Task Format_shows_datetimes_in_the_users_zone()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSimOptions
        {
            ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
            Users = [new OrgUser(OrgHost.Username, "User", "Sync", TimeZone: "America/Los_Angeles")],
        });
        var id = await host.CreateLead();

        (await host.Rows($"SELECT FORMAT(CreatedDate) FROM Lead WHERE Id = '{id}'")).Should().Be("{CreatedDate:3/11/2026, 8:30 AM}");
        (await host.Rows($"SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)) h, HOUR_IN_DAY(CreatedDate) u FROM Lead WHERE Id = '{id}' GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate)), HOUR_IN_DAY(CreatedDate)"))
            .Should().Be("{h:8,u:15}");
    }

    [Theory]
    [InlineData("CALENDAR_MONTH", 7)]
    [InlineData("CALENDAR_QUARTER", 3)]
    [InlineData("CALENDAR_YEAR", 2026)]
    [InlineData("DAY_IN_MONTH", 15)]
    [InlineData("DAY_IN_WEEK", 4)]
    [InlineData("DAY_IN_YEAR", 196)]
    [InlineData("FISCAL_MONTH", 7)]
    [InlineData("FISCAL_QUARTER", 3)]
    [InlineData("FISCAL_YEAR", 2026)]
    [InlineData("WEEK_IN_MONTH", 3)]
    [InlineData("WEEK_IN_YEAR", 28)]
    [Proves("soql date function")]
    public async Task A_date_function_counts_from_one(string function, int number)
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.Create("Opportunity", """{"Name":"deal","StageName":"Prospecting","CloseDate":"2026-07-15"}""");

        (await host.Rows($"SELECT {function}(CloseDate) n FROM Opportunity WHERE Id = '{id}' GROUP BY {function}(CloseDate)")).Should().Be($"{{n:{number}}}");
        (await host.Rows($"SELECT Name FROM Opportunity WHERE Id = '{id}' AND {function}(CloseDate) = {number}")).Should().Be("{Name:deal}");
    }

    [Fact]
    [Proves("soql date function")]
    public async Task Day_only_compares_datetimes_with_dates()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();
        var day = (await host.Rows($"SELECT CreatedDate FROM Lead WHERE Id = '{id}'")).Substring("{CreatedDate:".Length, 10);

        (await host.Rows($"SELECT LastName FROM Lead WHERE Id = '{id}' AND DAY_ONLY(CreatedDate) = {day}")).Should().Be("{LastName:Ray}");
        await host.ShouldRefuse("SELECT Id FROM Lead WHERE DAY_ONLY(CreatedDate) = 5", "INVALID_FIELD", "value of filter criterion for field 'DAY_ONLY(CreatedDate)' must be of type date and should not be enclosed in quotes");
    }

    [Fact]
    [Proves("soql DISTANCE")]
    public async Task Distance_is_measured_between_addresses_and_places()
    {
        await using var host = await OrgHost.StartAsync();
        var berlin = await host.CreateLead("\"City\":\"Berlin\",\"Latitude\":52.52,\"Longitude\":13.405");
        var paris = await host.CreateLead("\"City\":\"Paris\",\"Latitude\":48.8566,\"Longitude\":2.3522");
        var where = $"FROM Lead WHERE Id IN ('{berlin}', '{paris}')";

        (await host.Rows($"SELECT City {where} AND DISTANCE(Address, GEOLOCATION(52.5, 13.4), 'km') < 100")).Should().Be("{City:Berlin}");
        (await host.Rows($"SELECT City {where} ORDER BY DISTANCE(Address, GEOLOCATION(48.8, 2.3), 'mi') DESC")).Should().Be("{City:Berlin} {City:Paris}");
        (await host.Query($"SELECT DISTANCE(Address, GEOLOCATION(48.8566, 2.3522), 'km') far {where} AND City = 'Berlin'"))["records"][0].GetProperty("far").GetDouble().Should().BeApproximately(878, 2);
    }

    [Fact]
    [Proves("soql FIELDS()")]
    public async Task Fields_stand_for_all_standard_or_custom_ones()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var all = await host.Query($"SELECT FIELDS(ALL) FROM Lead WHERE Id = '{id}' LIMIT 200");
        var standard = await host.Query($"SELECT FIELDS(STANDARD) FROM Lead WHERE Id = '{id}'");
        var custom = await host.Query($"SELECT FIELDS(CUSTOM), Name FROM Lead WHERE Id = '{id}'");

        Names(all).Should().BeEquivalentTo(Names(standard).Concat(Names(custom)).Distinct());
        Names(standard).Should().Contain("Name").And.NotContain(name => name.EndsWith("__c", StringComparison.Ordinal));
        Names(custom).Should().OnlyContain(name => name == "attributes" || name == "Name" || name.EndsWith("__c", StringComparison.Ordinal)).And.Contain("Name");
    }

    [Theory]
    [InlineData("SELECT FIELDS(ALL) FROM Lead", "59.0", "MALFORMED_QUERY", "The SOQL FIELDS function must have a LIMIT of at most 200")]
    [InlineData("SELECT FIELDS(CUSTOM) FROM Lead LIMIT 201", "59.0", "MALFORMED_QUERY", "The SOQL FIELDS function must have a LIMIT of at most 200")]
    [InlineData("SELECT FIELDS(STANDARD) FROM Lead", "50.0", "UNSUPPORTED_API_VERSION", "The SOQL FIELDS function is not supported in this version of the API")]
    [InlineData("SELECT Id, FIELDS(STANDARD) FROM Lead", "59.0", "MALFORMED_QUERY", "duplicate field selected: Id")]
    [Proves("soql FIELDS()")]
    [Proves("code MALFORMED_QUERY")]
    [Proves("code UNSUPPORTED_API_VERSION")]
    public async Task Fields_are_refused_without_their_limit_or_version(string statement, string version, string code, string text)
    {
        await using var host = await OrgHost.StartAsync();
        await host.ShouldRefuse("SELECT FIELDS(STANDARD) FROM Lead LIMIT x", "MALFORMED_QUERY", "unexpected token: 'x'");
        (await host.Query("SELECT FIELDS(STANDARD) FROM Lead")).Status.Should().Be(200, "a plan that is kept is refused to older versions all the same");
        await host.ShouldRefuse(statement, code, text, version);
    }

    [Theory]
    [InlineData("Interests__c INCLUDES ('A;B', 'C')", "ab abc c")]
    [InlineData("Interests__c INCLUDES ('A')", "ab abc")]
    [InlineData("Interests__c EXCLUDES ('A', 'C')", "b none")]
    [InlineData("Interests__c = 'B;A'", "ab")]
    [InlineData("Interests__c != 'A;B'", "abc b c none")]
    [InlineData("Interests__c = null", "none")]
    [Proves("soql INCLUDES")]
    [Proves("soql EXCLUDES")]
    [SimulatorOnly("a field of its own")]
    public async Task Multi_select_picklists_are_asked_by_their_items(string condition, string names)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSimOptions
        {
            ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
            Users = OrgHost.DefaultOptions.Users,
            ExtraFields = [new("Lead", "Interests__c multipicklist(4099)")],
        });
        foreach (var (name, value) in ((string, string)[])[("ab", "\"A;B\""), ("abc", "\"A;B;C\""), ("b", "\"B\""), ("c", "\"C\""), ("none", "null")])
        {
            await host.Create("Lead", $$"""{"LastName":"{{name}}","Company":"Acme","Interests__c":{{value}}}""");
        }

        var rows = await host.Query($"SELECT LastName FROM Lead WHERE {condition}");
        rows["records"].EnumerateArray().Select(row => row.GetProperty("LastName").GetString()).Should().BeEquivalentTo(names.Split(' '));
    }

    private static IEnumerable<string> Names(OrgAnswer answer) => answer["records"][0].EnumerateObject().Select(member => member.Name);
}
