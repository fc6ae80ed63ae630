using SfMarketo.Tests.Contract.Salesforce;

namespace SfMarketo.Tests.Simulators.Guidance;

public sealed class SalesforceGuidanceTests
{
    [Fact]
    public async Task A_spent_day_says_when_the_oldest_request_leaves_it()
    {
        await using var org = await OrgHost.StartAsync();
        await org.Call("GET", "limits");
        org.Org.SetLimits(requestsPerDay: 1);
        org.Clock.Advance(TimeSpan.FromMinutes(10));

        await org.Call("GET", "limits");
        org.Clock.Advance(TimeSpan.FromHours(1));
        await org.Call("GET", "limits");

        org.Records.Calls[^2].Guidance.Should().Be("request limit: 1 of 1 requests in 24 h; the next one is let in after 23 h 50 min");
        org.Records.Calls[^1].Guidance.Should().Be("request limit: 1 of 1 requests in 24 h; the next one is let in after 22 h 50 min; this one came 22 h 50 min too early");
    }

    [Theory]
    [InlineData("GET", "sobject/Lead/describe", "no match: there is no such resource; closest: GET /services/data/v{version}/sobjects/{object}/describe")]
    [InlineData("DELETE", "limits", "no match: the path is there, but not with DELETE; closest: GET /services/data/v{version}/limits")]
    [InlineData("GET", "chatter", "no match: this simulator has it not yet; closest:")]
    public async Task An_unmatched_request_gets_its_near_misses(string method, string path, string guidance)
    {
        await using var org = await OrgHost.StartAsync();

        await org.Call(method, path);

        org.Records.Calls[^1].Guidance.Should().StartWith(guidance);
    }
}
