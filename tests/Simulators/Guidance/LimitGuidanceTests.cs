using System.Text.Json;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Marketo;
using SfMarketo.Tests.Simulators.Control;

namespace SfMarketo.Tests.Simulators.Guidance;

/// <summary>The journal says why a call was refused, and the vendor's answer does not.</summary>
public sealed class LimitGuidanceTests
{
    [Fact]
    public async Task A_606_says_when_the_next_call_is_let_in_and_by_how_much_one_came_too_early()
    {
        await using var marketo = await ControlledMarketo.StartAsync(MarketoHost.Options with { CallsPerWindow = 2, CountRejected = CountRejected.NoneCount });
        await marketo.ReadAsync();
        await marketo.ReadAsync();
        marketo.Host.Time.Advance(TimeSpan.FromSeconds(16.8));
        var answer = await marketo.Host.GetAsync("/rest/v1/leads.json?filterType=id&filterValues=1");
        marketo.Host.Time.Advance(TimeSpan.FromSeconds(2.1));
        await marketo.ReadAsync();
        marketo.Host.Time.Advance(TimeSpan.FromSeconds(1.1));

        (await marketo.ReadAsync()).Should().Be("ok", "it waited for as long as it was told");
        answer.ToString().Should().NotContain("let in");
        marketo.Host.Records.Calls.Where(call => call.Codes.Count > 0).Select(call => call.Guidance).Should().Equal(
            "rate limit: 3rd call in 20 s; the next one is let in after 3.2 s",
            "rate limit: 3rd call in 20 s; the next one is let in after 1.1 s; this one came 1.1 s too early");
    }

    [Fact]
    public async Task A_606_that_counts_says_so_and_what_it_says_is_true()
    {
        await using var marketo = await ControlledMarketo.StartAsync(MarketoHost.Options with { CallsPerWindow = 2 });
        await marketo.ReadAsync();
        marketo.Host.Time.Advance(TimeSpan.FromSeconds(5));
        await marketo.ReadAsync();
        await marketo.ReadAsync();
        marketo.Host.Time.Advance(TimeSpan.FromSeconds(20));

        (await marketo.ReadAsync()).Should().Be("ok");
        marketo.Host.Records.Calls.Single(call => call.Codes.Count > 0).Guidance.Should().Be("rate limit: 3rd call in 20 s; the next one is let in after 20 s; a refused call takes a place too");
    }

    [Fact]
    public async Task A_607_names_the_instant_at_which_the_day_turns()
    {
        await using var marketo = await ControlledMarketo.StartAsync(MarketoHost.Options with { CallsPerDay = 50_000, CallsSpentToday = 50_000 });

        await marketo.ReadAsync();

        marketo.Host.Records.Calls[^1].Guidance.Should().Be(
            "daily quota: all 50,000 calls of today are spent; the next one is let in after 18 h 0 min, at midnight America/Chicago, 2026-03-03T06:00:00Z");
    }

    [Fact]
    public async Task A_missing_permission_is_named()
    {
        var reader = MarketoHost.Options.Credentials[0] with { Permissions = MarketoPermissions.ReadActivity };
        await using var marketo = await ControlledMarketo.StartAsync(MarketoHost.Options with { Credentials = [reader] });

        await marketo.ReadAsync();

        marketo.Host.Records.Calls[^1].Guidance.Should().Be("the role of the service 'sync-engine' has not Read-Only Lead");
    }

    [Theory]
    [InlineData("GET", "/rest/v1/leeds.json", "no match: Marketo has no such path; closest: GET /rest/v1/leads.json")]
    [InlineData("PUT", "/rest/v1/companies.json", "no match: Marketo has this path, but not with PUT; closest: GET /rest/v1/companies.json, POST /rest/v1/companies.json")]
    public async Task An_unmatched_request_gets_its_near_misses_in_the_journal_alone(string method, string path, string guidance)
    {
        await using var marketo = await ControlledMarketo.StartAsync();

        var answer = await marketo.Host.SendAsync(new HttpMethod(method), path, "");
        JsonElement line = (await marketo.DoAsync("GET", "/journal?path=/rest/*")).GetProperty("lines")[0];

        line.GetProperty("guidance").GetString().Should().StartWith(guidance);
        answer.ToString().Should().NotContain("closest");
    }
}
