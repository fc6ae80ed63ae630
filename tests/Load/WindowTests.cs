using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Sync.Pacing;
using SfMarketo.Tests.Load.Injection;
using SfMarketo.Tests.Load.Targets;

namespace SfMarketo.Tests.Load;

/// <summary>Loads of many shapes against Marketo's limits, with and without the engine's call budget in front.</summary>
public sealed class WindowTests
{
    private const long WindowMicros = 20_000_000;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly LatencyDistribution Latency = new(TimeSpan.FromMilliseconds(60), TimeSpan.FromMilliseconds(400));
    private static readonly LatencyDistribution Service = new(TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(3));

    [Fact]
    public async Task Two_hundred_calls_in_a_window_are_a_hundred_accepted_and_a_hundred_606()
    {
        await using var stage = await LoadStage.SetAsync();

        var report = await stage.ReadAsync(stage.Network(), new LoadSimulation.Inject(10, Second, Second * 20));

        report.Codes.Should().Equal(("606", 100), ("ok", 100));
    }

    [Fact]
    public async Task At_five_a_second_nobody_is_refused_and_at_six_one_in_six_when_refusals_are_free()
    {
        await using var stage = await LoadStage.SetAsync(options => options with { CountRejected = CountRejected.NoneCount });

        (await stage.ReadAsync(stage.Network(), new LoadSimulation.Inject(5, Second, Second * 600))).Codes.Should().Equal(("ok", 3_000));
        await stage.ReadAsync(stage.Network(), new LoadSimulation.Pause(Second * 20));
        (await stage.ReadAsync(stage.Network(), new LoadSimulation.Inject(6, Second, Second * 600))).Codes.Should().Equal(("606", 600), ("ok", 3_000));
    }

    [Fact]
    public async Task As_refusals_count_an_injector_that_goes_on_at_six_a_second_stays_refused()
    {
        await using var stage = await LoadStage.SetAsync();

        var report = await stage.ReadAsync(stage.Network(), new LoadSimulation.Inject(6, Second, Second * 600));

        report.Codes.Should().Equal(("606", 3_500), ("ok", 100));
    }

    [Theory]
    [MemberData(nameof(Seeds), 20)]
    public async Task An_injector_that_ignores_the_window_meets_606_for_exactly_what_is_too_much(ulong seed)
    {
        foreach (var counting in (CountRejected[])[CountRejected.NoneCount, CountRejected.StarredFree])
        {
            await using var stage = await LoadStage.SetAsync(options => options with { ConcurrentCalls = int.MaxValue, ServiceTime = Service, CountRejected = counting }, seed);

            var report = await stage.ReadAsync(stage.Network(Latency), RandomShape.Of(seed, highestRate: 25));

            var refused = RefusedByCounting(stage.Journal.Calls, refusalsCount: counting != CountRejected.NoneCount);
            report.CountOf("606").Should().Be(refused).And.Be(stage.Journal.Calls.Count(call => call.Codes.Contains("606")), report.ToString());
            report.CountOf("ok").Should().Be(report.Due - refused);
            MostInWindow(stage.Journal.Calls.Where(call => call.Codes.Count == 0)).Should().BeLessThanOrEqualTo(100);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds), 20)]
    public async Task Behind_the_call_budget_no_shape_is_refused(ulong seed)
    {
        await using var stage = await LoadStage.SetAsync(options => options with { ServiceTime = Service }, seed);
        using var budget = new CallBudget(stage.World.Clock, new PacingSettings { Exclusive = true, DailyCalls = 100_000_000 }, new Draws(seed).NextDouble);

        var report = await stage.ReadAsync(new CallBudgetHandler(budget, stage.World.Clock, stage.Network(Latency)), RandomShape.Of(seed, highestRate: 25));

        report.Codes.Should().Equal([("ok", report.Due)], report.ToString());
        stage.Journal.Calls.Should().HaveCount((int)report.Due).And.OnlyContain(call => call.Codes.Count == 0);
        MostInWindow(stage.Journal.Calls).Should().BeLessThanOrEqualTo(100);
    }

    [Fact]
    public async Task Behind_the_call_budget_a_flood_uses_the_whole_gate()
    {
        await using var stage = await LoadStage.SetAsync(options => options with { ServiceTime = LatencyDistribution.Constant(Second * 4) });
        using var budget = new CallBudget(stage.World.Clock, new PacingSettings { Exclusive = true, DailyCalls = 100_000_000 }, new Draws(7).NextDouble);

        var report = await stage.ReadAsync(new CallBudgetHandler(budget, stage.World.Clock, stage.Network()), new LoadSimulation.Inject(100, Second, Second * 5));

        report.Codes.Should().Equal(("ok", 500));
        budget.PeakInFlight.Should().Be(9, "the lane of the injector leaves one permit to urgent lanes");
        report.Latency.Max.Should().BeGreaterThan(report.Service.P50);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(12, 2)]
    public async Task Of_constant_copies_those_above_ten_meet_615(int copies, int refused)
    {
        // Refused copies come back after the network's second, the others after five: 2 of 12 are refused each second, at 0 s, 1 s, ... 3 s.
        await using var stage = await LoadStage.SetAsync(options => options with { ServiceTime = LatencyDistribution.Constant(Second * 4) });

        var report = await stage.ReadAsync(stage.Network(LatencyDistribution.Constant(Second / 2)), new LoadSimulation.KeepConstant(copies, Second * 4));

        report.CountOf("615").Should().Be(refused * 4);
        report.CountOf("ok").Should().Be(10);
    }

    public static TheoryData<ulong> Seeds(int count) => [.. Enumerable.Range(1, count).Select(seed => (ulong)seed)];

    /// <summary>Counts anew, without the simulator's ring: a call is refused when a hundred were counted in the 20 s before it.</summary>
    private static int RefusedByCounting(List<CallEntry> calls, bool refusalsCount)
    {
        var counted = new List<long>();
        var refused = 0;
        foreach (var at in calls.OrderBy(call => call.Call).Select(call => call.At))
        {
            var isFree = counted.Count(earlier => at - earlier < WindowMicros) < 100;
            refused += isFree ? 0 : 1;
            if (isFree || refusalsCount)
            {
                counted.Add(at);
            }
        }

        return refused;
    }

    private static int MostInWindow(IEnumerable<CallEntry> calls)
    {
        var arrivals = calls.Select(call => call.At).Order().ToList();
        return arrivals.Count == 0 ? 0 : arrivals.Max(at => arrivals.Count(other => other <= at && at - other < WindowMicros));
    }
}
