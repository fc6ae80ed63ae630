using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>What the vendor leaves open in queries.</summary>
[Source("Salesforce SOQL and SOSL Reference")]
[SimulatorOnly("sets switches")]
public sealed class QuerySwitchTests
{
    [Theory]
    [InlineData("on", 2)]
    [InlineData("off", 1)]
    [Proves("switch soql.notEqualMatchesNull")]
    [Proves("soql comparison")]
    [Unverified]
    public async Task An_empty_field_is_not_equal_to_a_value_by_switch(string setting, int rows)
    {
        await using var host = await StartAsync("soql.notEqualMatchesNull", setting);
        await host.CreateLead("\"Email\":\"a@example.invalid\"");
        await host.CreateLead("\"Email\":\"b@example.invalid\"");
        await host.CreateLead();

        (await NamesAsync(host, "SELECT LastName FROM Lead WHERE Email != 'a@example.invalid'")).Should().HaveCount(rows);
    }

    [Theory]
    [InlineData("values", "o,c")]
    [InlineData("alphabetical", "c,o")]
    [Proves("switch soql.picklistOrder")]
    [Proves("soql ORDER BY")]
    [Unverified]
    public async Task A_picklist_sorts_by_the_order_of_its_values_or_by_letters(string setting, string names)
    {
        await using var host = await StartAsync("soql.picklistOrder", setting);
        await host.Create("Lead", """{"LastName":"c","Company":"Acme","Status":"Closed - Not Converted"}""");
        await host.Create("Lead", """{"LastName":"o","Company":"Acme","Status":"Open - Not Contacted"}""");

        string.Join(',', await NamesAsync(host, "SELECT LastName FROM Lead ORDER BY Status")).Should().Be(names);
    }

    // The lead is of 15:30 on a day in UTC; at 06:30 on the next the user has 23:30 on the same day.
    [Theory]
    [InlineData("user", 0)]
    [InlineData("utc", 1)]
    [Proves("switch soql.dateLiteralZone")]
    [Proves("soql date literal")]
    [Unverified]
    public async Task A_day_begins_in_the_users_zone_or_in_UTC(string setting, int rows)
    {
        await using var host = await StartAsync("soql.dateLiteralZone", setting);
        await host.CreateLead();
        host.Clock.Advance(TimeSpan.FromHours(15));

        (await NamesAsync(host, "SELECT LastName FROM Lead WHERE CreatedDate = YESTERDAY")).Should().HaveCount(rows);
    }

    [Theory]
    [InlineData("shuffled")]
    [InlineData("byId")]
    [Proves("switch soql.unordered")]
    [Unverified]
    public async Task Rows_without_an_order_come_as_the_switch_says(string setting)
    {
        await using var host = await StartAsync("soql.unordered", setting);
        for (var number = 0; number < 20; number++)
        {
            await host.Create("Lead", $$"""{"LastName":"p{{number:00}}","Company":"Acme"}""");
        }

        var names = await NamesAsync(host, "SELECT LastName FROM Lead");

        names.Should().HaveCount(20);
        names.Order(StringComparer.Ordinal).SequenceEqual(names).Should().Be(setting == "byId");
    }

    private static async Task<OrgHost> StartAsync(string name, string setting)
    {
        var host = await OrgHost.StartAsync(new SalesforceSimOptions
        {
            ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
            Users = [new OrgUser(OrgHost.Username, "User", "Sync", TimeZone: "America/Los_Angeles")],
            SessionTimeout = TimeSpan.FromDays(2),
        });
        host.Org.SetSwitch(name, setting);
        return host;
    }

    private static async Task<string[]> NamesAsync(OrgHost host, string statement) =>
        [.. (await host.Call("GET", "query?q=" + Uri.EscapeDataString(statement))).Json.GetProperty("records").EnumerateArray().Select(row => row.GetProperty("LastName").GetString()!)];
}
