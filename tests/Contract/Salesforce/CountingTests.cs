using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

/// <summary>Which calls count against the daily limit.</summary>
[Source("Salesforce REST API Developer Guide, API Request Limits and Allocations; Limit Info Header; Limits")]
public sealed class CountingTests
{
    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    [Proves("switch limits.countRefused")]
    [Proves("code REQUEST_LIMIT_EXCEEDED")]
    [Unverified]
    [SimulatorOnly]
    public async Task A_refused_call_counts_by_switch(bool counts, int used)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { RefusedCallsCount = counts });
        host.Org.SetLimits(requestsPerDay: 2);
        await host.Call("GET", "limits");
        await host.Call("GET", "limits");

        (await host.Call("GET", "limits")).ShouldRefuse(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");

        host.Org.RequestsUsed.Should().Be(used);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    [Proves("switch limits.count401")]
    [Proves("code INVALID_SESSION_ID")]
    [Unverified]
    public async Task A_call_without_a_session_counts_by_switch(bool counts, int more)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { CallsWithoutSessionCount = counts });
        var before = Used(await host.Call("GET", "limits"));

        (await host.Call("GET", "limits", null, ("Authorization", "Bearer dead"))).Status.Should().Be(401);

        (Used(await host.Call("GET", "limits")) - before).Should().Be(more);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(50, 3)]
    [Proves("switch limits.dailyGracePercent")]
    [Proves("switch limits.daily")]
    [Unverified]
    [SimulatorOnly]
    public async Task Some_calls_above_the_limit_are_let_pass_by_switch(int percent, int passed)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { DailyGracePercent = percent });
        host.Org.SetSwitch("limits.daily", "2");

        var statuses = new List<int>();
        for (var call = 0; call < 4; call++)
        {
            statuses.Add((await host.Call("GET", "limits")).Status);
        }

        statuses.Count(status => status == 200).Should().Be(passed);
        statuses[^1].Should().Be(403);
    }

    [Fact]
    [Proves("header Sforce-Limit-Info")]
    [SimulatorOnly]
    public async Task An_app_with_a_quota_of_its_own_is_told_of_it_and_held_to_it()
    {
        var app = OrgHost.DefaultOptions.ConnectedApps[0] with { Name = "sample-connected-app", RequestsPerDay = 2 };
        await using var host = await OrgHost.StartAsync(new SalesforceSimOptions { ConnectedApps = [app], Users = OrgHost.DefaultOptions.Users });

        (await host.Call("GET", "limits")).Headers["Sforce-Limit-Info"].Should().Be("api-usage=1/100000; per-app-api-usage=1/2(appName=sample-connected-app)");
        await host.Call("GET", "limits");
        (await host.Call("GET", "limits")).ShouldRefuse(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    }

    [Theory]
    [InlineData("GET", "sobjects/Lead/xyz", 404, 1)]
    [InlineData("GET", "query?q=nonsense", 400, 1)]
    [InlineData("GET", "/services/data", 200, 0)]
    [InlineData("GET", "/services/oauth2/userinfo", 200, 0)]
    [InlineData("POST", "composite/sobjects", 200, 1)]
    [Proves("GET /services/data/{version}/limits")]
    public async Task Errors_count_one_and_sign_in_nothing(string method, string path, int status, int more)
    {
        await using var host = await OrgHost.StartAsync();
        var before = Used(await host.Call("GET", "limits"));

        (await host.Call(method, path, method == "POST" ? """{"records":[{"attributes":{"type":"Lead"}},{"attributes":{"type":"Lead"}}]}""" : null)).Status.Should().Be(status);

        (Used(await host.Call("GET", "limits")) - before).Should().Be(more + 1);
    }

    [Fact]
    [Proves("GET /services/data/{version}/limits")]
    public async Task All_documented_limits_are_listed()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", "limits");

        answer.Json.EnumerateObject().Select(member => member.Name).Should().Contain(["ActiveScratchOrgs", "DailyAsyncApexExecutions", "DailyBulkApiBatches", "DataStorageMB", "FileStorageMB", "HourlyODataCallout", "StreamingApiConcurrentClients"]);
        answer["PermissionSets"].GetProperty("CreateCustom").GetProperty("Max").GetInt32().Should().Be(1000);
    }

    private static int Used(OrgAnswer answer) => int.Parse(answer.Headers["Sforce-Limit-Info"].Split('=', '/')[1], System.Globalization.CultureInfo.InvariantCulture);
}
