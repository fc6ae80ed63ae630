using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>What the vendor's pages leave open about limits.</summary>
[Source("Marketo REST API, Integration Best Practices")]
[SimulatorOnly("switches and the clock are the simulator's")]
public sealed class LimitSwitchTests
{
    private const string Describe = "/rest/v1/leads/describe2.json";

    [Theory]
    [InlineData("sliding", "606")]
    [InlineData("fixed", "ok")]
    [Proves("switch rate.window")]
    [Unverified]
    public async Task A_burst_across_the_border_of_two_spans_passes_only_where_spans_are_fixed(string setting, string expected)
    {
        await using var marketo = await StartAsync(options => options with { CallsPerWindow = 3 }, start: "2026-03-02T12:00:15Z");
        marketo.Instance.SetSwitch("rate.window", setting);
        await CallAsync(marketo, 3);

        // Spans begin at :00, :20 and :40.
        marketo.Time.Advance(TimeSpan.FromSeconds(5));

        (await CodeAsync(marketo)).Should().Be(expected);
    }

    [Fact]
    [Proves("switch rate.window")]
    [Unverified]
    public async Task A_fixed_span_is_full_to_its_end_and_the_switch_forgets_no_call()
    {
        await using var marketo = await StartAsync(options => options with { CallsPerWindow = 3 }, start: "2026-03-02T12:00:01Z");
        await CallAsync(marketo, 3);

        marketo.Instance.SetSwitch("rate.window", "fixed");
        marketo.Time.Advance(TimeSpan.FromSeconds(19) - TimeSpan.FromMicroseconds(1));
        var before = await CodeAsync(marketo);
        marketo.Time.Advance(TimeSpan.FromMicroseconds(1));

        (before, await CodeAsync(marketo)).Should().Be(("606", "ok"));
    }

    [Theory]
    [InlineData("concurrency-rate-quota", "615", "606")]
    [InlineData("rate-quota-concurrency", "606", "606")]
    [InlineData("quota-rate-concurrency", "607", "607")]
    [Proves("switch limits.order")]
    [Proves("code 606")]
    [Proves("code 607")]
    [Proves("code 615")]
    [Unverified]
    public async Task A_call_over_all_limits_meets_the_first_of_the_order(string order, string whileRunning, string after)
    {
        await using var marketo = await MarketoHost.StartAsync(
            MarketoHost.Options with { CallsPerWindow = 2, ConcurrentCalls = 2, CallsPerDay = 2, ServiceTime = LatencyDistribution.Constant(TimeSpan.FromSeconds(3)) }, signIn: false);
        var signIn = marketo.SignInAsync();
        marketo.Time.Advance(TimeSpan.FromSeconds(3));
        await signIn;
        marketo.Instance.SetSwitch("limits.order", order);
        Task[] running = [marketo.GetAsync(Describe), marketo.GetAsync(Describe)];

        var first = await CodeAsync(marketo);
        marketo.Time.Advance(TimeSpan.FromSeconds(3));
        await Task.WhenAll(running);

        (first, await CodeAsync(marketo)).Should().Be((whileRunning, after));
    }

    [Theory]
    [InlineData("America/Chicago", false, "2026-07-02T05:00:00Z")]
    [InlineData("UTC-06", false, "2026-07-02T06:00:00Z")]
    [InlineData("seed", true, "2026-07-02T06:00:00Z")]
    [InlineData("seed", false, "2026-07-02T05:00:00Z")]
    [Proves("switch quota.resetZone")]
    [Proves("switch compat.seed")]
    [Unverified]
    public async Task The_day_turns_at_midnight_of_the_zone_also_when_it_is_set_while_calls_are_made(string zone, bool seed, string reset)
    {
        await using var marketo = await StartAsync(options => options with { CallsPerDay = 2, TokenLifetime = 1_000_000, Switches = new MarketoSwitches { CompatSeed = seed } }, start: "2026-07-01T12:00:00Z");
        await CallAsync(marketo, 1);
        marketo.Instance.SetSwitch("quota.resetZone", zone);
        await CallAsync(marketo, 1);
        var spent = await CodeAsync(marketo);

        marketo.Time.Advance(DateTimeOffset.Parse(reset, null) - marketo.Time.GetUtcNow() - TimeSpan.FromMicroseconds(1));
        var last = await CodeAsync(marketo);
        marketo.Time.Advance(TimeSpan.FromMicroseconds(1));

        (spent, last, await CodeAsync(marketo)).Should().Be(("607", "607", "ok"));
    }

    private static async Task<MarketoHost> StartAsync(Func<MarketoSimOptions, MarketoSimOptions> with, string start) =>
        await MarketoHost.StartAsync(with(MarketoHost.Options with { CountRejected = CountRejected.NoneCount }), start);

    private static async Task CallAsync(MarketoHost marketo, int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            (await CodeAsync(marketo)).Should().Be("ok", "call {0} has a place", call);
        }
    }

    private static async Task<string> CodeAsync(MarketoHost marketo)
    {
        var answer = await marketo.GetAsync(Describe);
        return answer.GetProperty("success").GetBoolean() ? "ok" : answer.GetProperty("errors")[0].Text("code")!;
    }
}
