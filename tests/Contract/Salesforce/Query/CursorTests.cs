using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>Cursors by the switches that say how they live, and limits of results.</summary>
[Source("Salesforce REST API Developer Guide, Query More Results; SOQL and SOSL Reference")]
[SimulatorOnly("sets switches")]
public sealed class CursorTests : IAsyncLifetime
{
    private const string Statement = "SELECT LastName FROM Lead ORDER BY LastName";

    private OrgHost host = null!;
    private List<string> ids = [];

    public async ValueTask InitializeAsync()
    {
        host = await OrgHost.StartAsync(new SalesforceSimOptions { ConnectedApps = OrgHost.DefaultOptions.ConnectedApps, Users = OrgHost.DefaultOptions.Users, SessionTimeout = TimeSpan.FromDays(10) });
        ids = [.. Enumerable.Range(0, 201).Select(number => host.Org.CreateRow("Lead", [new("LastName", $"x{number:000}"), new("Company", "Acme")], "test"))];
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("twoDaysUnlimited", 200)]
    [InlineData("tenPerUser15Minutes", 400)]
    [Proves("switch query.cursorRules")]
    [Proves("code INVALID_QUERY_LOCATOR")]
    public async Task The_eleventh_cursor_ends_the_first_by_switch(string setting, int status)
    {
        host.Org.SetSwitch("query.cursorRules", setting);
        var first = await Open();
        for (var more = 0; more < 10; more++)
        {
            await Open();
        }

        (await host.Call("GET", first)).Status.Should().Be(status);
    }

    [Theory]
    [InlineData("twoDaysUnlimited", 200)]
    [InlineData("tenPerUser15Minutes", 400)]
    [Proves("switch query.cursorRules")]
    [Proves("code INVALID_QUERY_LOCATOR")]
    public async Task A_cursor_ends_after_15_idle_minutes_by_switch(string setting, int status)
    {
        host.Org.SetSwitch("query.cursorRules", setting);
        var cursor = await Open();

        host.Clock.Advance(TimeSpan.FromMinutes(14));
        (await host.Call("GET", cursor)).Status.Should().Be(200);
        host.Clock.Advance(TimeSpan.FromMinutes(14));
        (await host.Call("GET", cursor)).Status.Should().Be(200, "use keeps it alive");
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        (await host.Call("GET", cursor)).Status.Should().Be(status);
    }

    [Theory]
    [InlineData("01g")]
    [InlineData("0r8")]
    [Proves("switch query.locatorPrefix")]
    [Unverified]
    public async Task A_locator_begins_as_the_switch_says(string setting)
    {
        host.Org.SetSwitch("query.locatorPrefix", setting);
        (await Open()).Should().MatchRegex($"^/services/data/v59.0/query/{setting}[0-9A-Za-z]{{15}}-200$");
    }

    [Theory]
    [InlineData("readAtFetch", "")]
    [InlineData("snapshot", "x200")]
    [Proves("switch query.laterPages")]
    [Unverified]
    public async Task A_later_page_is_read_then_or_was_kept_by_switch(string setting, string names)
    {
        host.Org.SetSwitch("query.laterPages", setting);
        var next = await Open();
        host.Org.DeleteRow(ids[200], "test");

        string.Join(',', (await host.Call("GET", next))["records"].EnumerateArray().Select(row => row.GetProperty("LastName").GetString())).Should().Be(names);
    }

    [Theory]
    [InlineData("exact", 201)]
    [InlineData("shrinksForWideRows", 200)]
    [Proves("switch query.pageSize")]
    [Unverified]
    public async Task Pages_of_wide_rows_are_smaller_by_switch(string setting, int rows)
    {
        host.Org.SetSwitch("query.pageSize", setting);

        (await host.Query("SELECT Description FROM Lead", headers: ("Sforce-Query-Options", "batchSize=500")))["records"].GetArrayLength().Should().Be(rows);
        (await host.Query("SELECT Id FROM Lead", headers: ("Sforce-Query-Options", "batchSize=500")))["records"].GetArrayLength().Should().Be(201);
    }

    [Theory]
    [InlineData("none", 200)]
    [InlineData("200", 400)]
    [Proves("switch limits.queryRows")]
    [Proves("code OPERATION_TOO_LARGE")]
    [Unverified]
    public async Task More_rows_than_the_switch_allows_are_refused(string setting, int status)
    {
        host.Org.SetSwitch("limits.queryRows", setting);

        (await host.Query(Statement)).Status.Should().Be(status);
        (await host.Query(Statement + " LIMIT 200")).Status.Should().Be(200);
    }

    [Fact]
    [Proves("code EXCEEDED_ID_LIMIT")]
    [Proves("soql GROUP BY")]
    public async Task More_than_2000_groups_are_refused()
    {
        for (var number = 201; number < 2001; number++)
        {
            host.Org.CreateRow("Lead", [new("LastName", $"x{number:0000}"), new("Company", "Acme")], "test");
        }

        await host.ShouldRefuse("SELECT LastName FROM Lead GROUP BY LastName", "EXCEEDED_ID_LIMIT", "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch");
        (await host.Query("SELECT LastName FROM Lead GROUP BY LastName LIMIT 2000"))["totalSize"].GetInt32().Should().Be(2000);
    }

    private async Task<string> Open() => (await host.Query(Statement, headers: ("Sforce-Query-Options", "batchSize=200")))["nextRecordsUrl"].GetString()!;
}
