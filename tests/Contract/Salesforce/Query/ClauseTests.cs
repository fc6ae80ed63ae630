using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>Clauses after WHERE, and limits of a statement.</summary>
[Source("Salesforce SOQL and SOSL Reference, SOQL SELECT Syntax")]
public sealed class ClauseTests
{
    [Fact]
    [Proves("soql FOR VIEW")]
    [Proves("soql FOR REFERENCE")]
    public async Task A_view_moves_the_dates_of_looking_and_no_stamp()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();
        var stamp = await host.Rows($"SELECT SystemModstamp FROM Lead WHERE Id = '{id}'");

        await host.Rows($"SELECT Id FROM Lead WHERE Id = '{id}' FOR REFERENCE");
        (await host.Rows($"SELECT LastReferencedDate FROM Lead WHERE Id = '{id}'")).Should().MatchRegex("^{LastReferencedDate:2");
        await host.Rows($"SELECT Id FROM Lead WHERE Id = '{id}' LIMIT 1 FOR VIEW");
        (await host.Rows($"SELECT LastViewedDate FROM Lead WHERE Id = '{id}'")).Should().MatchRegex("^{LastViewedDate:2");

        (await host.Rows($"SELECT SystemModstamp FROM Lead WHERE Id = '{id}'")).Should().Be(stamp);
    }

    [Fact]
    [Proves("soql USING SCOPE")]
    [Proves("code INVALID_QUERY_SCOPE")]
    public async Task A_scope_leaves_the_callers_rows()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        (await host.Rows($"SELECT LastName FROM Lead USING SCOPE mine WHERE Id = '{id}'")).Should().Be("{LastName:Ray}");
        (await host.Rows($"SELECT LastName FROM Lead USING SCOPE Everything WHERE Id = '{id}'")).Should().Be("{LastName:Ray}");
        (await host.Query("SELECT Id FROM Lead USING SCOPE nonsense")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_QUERY_SCOPE");
    }

    [Fact]
    [Proves("soql USING SCOPE")]
    [SimulatorOnly("rows of another user")]
    public async Task Rows_of_others_are_out_of_the_callers_scope()
    {
        await using var host = await OrgHost.StartAsync();
        host.Org.CreateRow("Lead", [new("LastName", "other"), new("Company", "x")], "test");
        await host.CreateLead();

        (await host.Rows("SELECT LastName FROM Lead USING SCOPE mine")).Should().Be("{LastName:Ray}");
    }

    [Theory]
    [InlineData("SELECT Id FROM Lead ALL ROWS", "ALL ROWS not allowed in this context")]
    [InlineData("SELECT Id FROM Lead WITH DATA CATEGORY Geography__c AT (usa__c, uk__c) AND Product__c ABOVE_OR_BELOW phone__c", "WITH DATA CATEGORY is for articles and questions; 'Lead' is not one.")]
    [InlineData("SELECT Id FROM Lead UPDATE VIEWSTAT", "UPDATE VIEWSTAT is for articles and questions; 'Lead' is not one.")]
    [InlineData("SELECT Id FROM Lead LIMIT 1 UPDATE TRACKING", "UPDATE TRACKING is for articles and questions; 'Lead' is not one.")]
    [Proves("soql ALL ROWS")]
    [Proves("soql WITH")]
    [Proves("soql UPDATE TRACKING")]
    [Proves("code MALFORMED_QUERY")]
    [Unverified]
    public async Task What_Apex_or_articles_alone_have_is_refused(string statement, string text)
    {
        await using var host = await OrgHost.StartAsync();
        await host.ShouldRefuse(statement, "MALFORMED_QUERY", text);
    }

    [Theory]
    [InlineData("reject", 400)]
    [InlineData("accept", 200)]
    [Proves("switch soql.apexOnlyClauses")]
    [Proves("soql FOR UPDATE")]
    [Proves("soql WITH")]
    [Unverified]
    [SimulatorOnly("sets switches")]
    public async Task Clauses_of_Apex_follow_their_switch(string setting, int status)
    {
        await using var host = await OrgHost.StartAsync();
        host.Org.SetSwitch("soql.apexOnlyClauses", setting);

        foreach (var clause in (string[])["WITH SECURITY_ENFORCED", "WITH USER_MODE ORDER BY Name", "WITH SYSTEM_MODE LIMIT 1", "FOR UPDATE"])
        {
            (await host.Query("SELECT Id FROM Lead " + clause)).Status.Should().Be(status, clause);
        }
    }

    [Theory]
    [InlineData("concrete", "Lead")]
    [InlineData("Name", "Name")]
    [Proves("switch result.polymorphicAttributesType")]
    [Proves("soql parent path")]
    [Unverified]
    [SimulatorOnly("sets switches")]
    public async Task Attributes_of_a_polymorphic_parent_follow_their_switch(string setting, string type)
    {
        await using var host = await OrgHost.StartAsync();
        host.Org.SetSwitch("result.polymorphicAttributesType", setting);
        var lead = await host.CreateLead();
        await host.Create("Task", $$"""{"Subject":"Call","WhoId":"{{lead}}"}""");

        (await host.Query("SELECT Who.Name FROM Task"))["records"][0].GetProperty("Who").GetProperty("attributes").GetProperty("type").GetString().Should().Be(type);
    }

    [Fact]
    [Proves("soql currency literal")]
    public async Task An_amount_may_name_its_currency()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.Create("Opportunity", """{"Name":"deal","StageName":"Prospecting","CloseDate":"2026-04-05","Amount":5000}""");

        (await host.Rows($"SELECT Name FROM Opportunity WHERE Id = '{id}' AND Amount >= USD4999.50 AND Amount < USD5001")).Should().Be("{Name:deal}");
        await host.ShouldRefuse("SELECT Id FROM Lead WHERE NumberOfEmployees = USD5", "INVALID_FIELD", "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes");
    }

    [Theory]
    [InlineData("java", "1.25E7")]
    [InlineData("plain", "12500000.0")]
    [Proves("switch json.doubles")]
    [Unverified]
    [SimulatorOnly("sets switches")]
    public async Task Large_numbers_have_an_exponent_by_switch(string setting, string number)
    {
        await using var host = await OrgHost.StartAsync();
        host.Org.SetSwitch("json.doubles", setting);
        var id = await host.Create("Opportunity", """{"Name":"deal","StageName":"Prospecting","CloseDate":"2026-04-05","Amount":12500000}""");

        (await host.Rows($"SELECT Amount FROM Opportunity WHERE Id = '{id}'")).Should().Be($"{{Amount:{number}}}");
        (await host.Call("GET", $"sobjects/Opportunity/{id}?fields=Amount"))["Amount"].GetRawText().Should().Be(number);
    }

    [Theory]
    [InlineData(119, 200)]
    [InlineData(121, 400)]
    [Proves("code QUERY_TIMEOUT")]
    [SimulatorOnly("a slow org")]
    public async Task A_query_that_runs_for_more_than_two_minutes_times_out(int seconds, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSimOptions { ServiceTime = Kernel.Randomness.LatencyDistribution.Constant(TimeSpan.FromSeconds(seconds)) });
        var user = host.Org.Store["User"].Rows.First();
        host.Use(host.Org.Sessions.Open(user, "admin", Kernel.Recording.Micros.From(host.Clock.GetUtcNow())).Token);

        var pending = host.Query("SELECT Id FROM User LIMIT 1");
        host.Clock.Advance(TimeSpan.FromSeconds(seconds));
        var answer = await pending;

        answer.Status.Should().Be(status, answer.Body);
        answer.Body.Contains("QUERY_TIMEOUT", StringComparison.Ordinal).Should().Be(status == 400);
    }

    [Theory]
    [InlineData(1, "THIS_FISCAL_YEAR", "2026-01-01", "2025-12-31")]
    [InlineData(7, "THIS_FISCAL_YEAR", "2025-07-01", "2026-07-01")]
    [InlineData(2, "LAST_FISCAL_QUARTER", "2025-11-01", "2026-02-01")]
    [Proves("soql date literal")]
    [SimulatorOnly("an org's fiscal year")]
    public async Task Fiscal_periods_begin_with_the_orgs_fiscal_year(int month, string literal, string inside, string outside)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSimOptions
        {
            ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
            Users = OrgHost.DefaultOptions.Users,
            Query = new SfMarketo.SalesforceSim.Query.QueryOptions { FiscalYearStartMonth = month },
        });
        foreach (var close in (string[])[inside, outside])
        {
            await host.Create("Opportunity", $$"""{"Name":"{{close}}","StageName":"Prospecting","CloseDate":"{{close}}"}""");
        }

        (await host.Rows($"SELECT Name FROM Opportunity WHERE CloseDate = {literal}")).Should().Be($"{{Name:{inside}}}");
    }

    [Fact]
    [Proves("code QUERY_TOO_COMPLICATED")]
    [Unverified]
    public async Task Conditions_within_conditions_without_end_are_too_complicated()
    {
        await using var host = await OrgHost.StartAsync();
        var (open, close) = (new string('(', 250), new string(')', 250));

        await host.ShouldRefuse($"SELECT Id FROM Lead WHERE {open}Id = null{close}", "QUERY_TOO_COMPLICATED", "Query is either selecting too many fields or the filter conditions are too complicated.");
    }
}
