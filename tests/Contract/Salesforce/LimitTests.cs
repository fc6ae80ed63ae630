using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce REST API Developer Guide, Limits; Limit Info Header")]
public sealed class LimitTests
{
    [Fact]
    [Proves("header Sforce-Limit-Info")]
    [Proves("switch limits.infoHeader")]
    public async Task The_limit_header_counts_the_present_call_and_errors_too()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "limits")).Headers["Sforce-Limit-Info"].Should().Be("api-usage=1/100000");
        (await host.Call("GET", "sobjects/Lead/xyz")).Headers["Sforce-Limit-Info"].Should().Be("api-usage=2/100000");
    }

    [Fact]
    [Proves("GET /services/data/{version}/limits")]
    public async Task Limits_are_in_order_of_the_alphabet_and_tell_what_is_left()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", "limits");

        answer["DailyApiRequests"].GetRawText().Should().Be("""{"Max":100000,"Remaining":99999}""");
        answer.Json.EnumerateObject().Select(member => member.Name).Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    [Proves("GET /services/data/{version}/limits/recordCount", "sObjects")]
    public async Task Record_counts_skip_unknown_names_and_deleted_rows()
    {
        await using var host = await OrgHost.StartAsync();
        await host.CreateLead();
        await host.Call("DELETE", "sobjects/Lead/" + await host.CreateLead());

        (await host.Call("GET", "limits/recordCount?sObjects=Lead,Nope,Account")).Body.Should().Be(
            """{"sObjects":[{"count":0,"name":"Account"},{"count":1,"name":"Lead"}]}""");
    }

    [Fact]
    [Proves("switch limits.daily")]
    [Proves("code REQUEST_LIMIT_EXCEEDED")]
    [SimulatorOnly]
    public async Task Over_the_daily_limit_calls_are_403_cost_nothing_and_room_comes_back_call_by_call()
    {
        await using var host = await OrgHost.StartAsync(With(requestsPerDay: 3, spent: 1));
        await host.Call("GET", "limits");
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.Call("GET", "limits");

        var refused = await host.Call("GET", "limits");

        refused.ShouldRefuse(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        refused.Headers["Sforce-Limit-Info"].Should().Be("api-usage=3/3");
        (await host.SignIn(OrgHost.Sign(host.Claims()))).Status.Should().Be(200);

        // The window rolls: a day after the first two, both places are free and the third is not.
        host.Clock.Advance(TimeSpan.FromHours(23));
        var token = (await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString();
        (await host.Call("GET", "limits", null, ("Authorization", "Bearer " + token))).Status.Should().Be(200);
        (await host.Call("GET", "limits", null, ("Authorization", "Bearer " + token))).Status.Should().Be(200);
        (await host.Call("GET", "limits", null, ("Authorization", "Bearer " + token))).Status.Should().Be(403);
    }

    [Fact]
    [SimulatorOnly]
    public async Task Spent_requests_count()
    {
        await using var host = await OrgHost.StartAsync();
        host.Org.SpendRequests(99_999);

        (await host.Call("GET", "limits")).Status.Should().Be(200);
        (await host.Call("GET", "limits")).Status.Should().Be(403);
        host.Org.RequestsUsed.Should().Be(100_000);
    }

    [Fact]
    [Proves("code REQUEST_LIMIT_EXCEEDED")]
    [SimulatorOnly]
    public async Task New_calls_are_refused_while_too_many_run_for_20_seconds_and_short_ones_are_free()
    {
        await using var host = await OrgHost.StartAsync(With(longRunning: 2, service: TimeSpan.FromSeconds(30)));
        var signIn = host.SignIn(OrgHost.Sign(host.Claims()));
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        host.Use((await signIn)["access_token"].GetString()!);
        Task<OrgAnswer> Call() => host.Call("GET", "limits");
        var running = new List<Task<OrgAnswer>>();

        running.Add(Call());
        running.Add(Call());
        running.Add(Call());
        host.Clock.Advance(TimeSpan.FromSeconds(19));
        running.Add(Call());
        running.Should().OnlyContain(call => !call.IsCompleted);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Call()).ShouldRefuse(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await Task.WhenAll(running.Take(3));
        running.Add(Call());
        host.Clock.Advance(TimeSpan.FromSeconds(30));

        (await Task.WhenAll(running)).Should().OnlyContain(answer => answer.Status == 200);
        host.Org.PeakRunning.Should().Be(4);
        host.Org.PeakLongRunning.Should().Be(3);
    }

    private static SalesforceSimOptions With(int requestsPerDay = 100_000, int spent = 0, int longRunning = 25, TimeSpan service = default) => new()
    {
        ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
        Users = OrgHost.DefaultOptions.Users,
        RequestsPerDay = requestsPerDay,
        RequestsSpent = spent,
        ConcurrentLongRunning = longRunning,
        ServiceTime = LatencyDistribution.Constant(service),
    };
}
