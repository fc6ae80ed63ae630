using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Usage")]
public sealed class UsageTests
{
    [Fact]
    [Proves("GET /rest/v1/stats/usage.json")]
    [SimulatorOnly]
    public async Task Usage_counts_calls_by_user_and_the_neighbours_too()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.CreateAsync("a@example.invalid");
        marketo.Instance.SpendCalls(30);

        var day = (await marketo.GetAsync("/rest/v1/stats/usage.json")).Result().Single();

        day.ToString().Should().Be("""
            {"date":"2026-03-02","total":32,"users":[{"userId":"sync@example.invalid","count":2},{"userId":"neighbour@example.invalid","count":30}]}
            """);
        marketo.Instance.UsageToday.Should().Be(32);
    }

    [Fact]
    [Proves("GET /rest/v1/stats/errors.json")]
    [Proves("code 1002")]
    [Proves("code 610")]
    [SimulatorOnly("counts every call of the day")]
    public async Task Errors_are_counted_by_code()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.GetAsync("/rest/v1/nothing.json");
        await marketo.GetAsync("/rest/v1/leads.json");
        await marketo.GetAsync("/rest/v1/leads.json");

        (await marketo.GetAsync("/rest/v1/stats/errors.json")).Result().Single().ToString().Should()
            .Be("""{"date":"2026-03-02","total":3,"errors":[{"errorCode":"1002","count":2},{"errorCode":"610","count":1}]}""");
    }

    [Fact]
    [Proves("GET /rest/v1/stats/usage/last7days.json")]
    [Proves("GET /rest/v1/stats/errors/last7days.json")]
    [SimulatorOnly]
    public async Task Seven_days_have_an_element_each_in_the_quotas_zone()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { TokenLifetime = 1_000_000 });
        await marketo.CreateAsync("a@example.invalid");
        marketo.Time.Advance(TimeSpan.FromHours(42));

        var days = (await marketo.GetAsync("/rest/v1/stats/usage/last7days.json")).Result().ToArray();
        var errors = (await marketo.GetAsync("/rest/v1/stats/errors/last7days.json")).Result().ToArray();

        // 2026-03-04T06:00:00Z is midnight in Chicago.
        days.Select(day => day.Text("date")).Should().Equal("2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04");
        days.Select(day => day.GetProperty("total").GetInt32()).Should().Equal(0, 0, 0, 0, 1, 0, 1);
        errors.Should().HaveCount(7);
    }

    [Theory]
    [InlineData(UsageLag.None, 2, 1)]
    [InlineData(UsageLag.FiveMinutes, 0, 0)]
    [Proves("switch usage.lag")]
    [Proves("GET /rest/v1/stats/usage.json")]
    [Proves("GET /rest/v1/stats/errors.json")]
    [SimulatorOnly]
    [Unverified]
    public async Task The_pages_know_of_calls_when_the_switch_says(UsageLag setting, int calls, int errors)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { Switches = MarketoHost.Options.Switches with { UsageLag = setting } });
        await marketo.GetAsync("/rest/v1/leads.json");

        (await TotalAsync(marketo, "usage")).Should().Be(calls);
        (await TotalAsync(marketo, "errors")).Should().Be(errors);
        marketo.Time.Advance(TimeSpan.FromMinutes(5));
        (await TotalAsync(marketo, "usage")).Should().BeGreaterThanOrEqualTo(3);
        (await TotalAsync(marketo, "errors")).Should().Be(1);
        marketo.Instance.UsageToday.Should().Be(5);
    }

    private static async Task<int> TotalAsync(MarketoHost marketo, string page) => (await marketo.GetAsync($"/rest/v1/stats/{page}.json")).Result().Single().GetProperty("total").GetInt32();
}
