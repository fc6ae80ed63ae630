using NodaTime;
using SfMarketo.Harness.Metrics;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Harness.Reports;

public sealed class ThresholdResultTests
{
    private static readonly ScenarioClock Clock = ScenarioClock.Default;

    [Fact]
    public void A_percentile_is_a_time_that_was_measured_and_the_limit_itself_is_good()
    {
        var times = Times([.. Enumerable.Range(1, 20).Select(number => (TimeSpan.Zero, number))]);

        Judge(times, new LagLimit(95, true, Seconds(19))).Should().Match<ThresholdResult>(one => one.Passed && one.Count == 20 && one.Actual == Seconds(19));
        Judge(times, new LagLimit(95, false, Seconds(19))).Passed.Should().BeFalse();
        Judge(times, new LagLimit(95.1, true, Seconds(19))).Should().Match<ThresholdResult>(one => !one.Passed && one.Actual == Seconds(20));
        Judge(times, new LagLimit(100, true, Seconds(20))).Passed.Should().BeTrue();
        Judge(times, new LagLimit(100, true, Seconds(19))).Slowest.Should().Be(new LagSample(At(TimeSpan.Zero), 20 * Micros.PerSecond, "Person 20"));
    }

    [Fact]
    public void Nothing_measured_fails_unless_that_is_allowed()
    {
        var times = Times();

        Judge(times, new LagLimit(100, true, Seconds(1))).Should().Match<ThresholdResult>(one => !one.Passed && one.Count == 0 && one.Actual == null);
        Judge(times, new LagLimit(100, true, Seconds(1)), orNone: true).Passed.Should().BeTrue();
    }

    [Fact]
    public void Hours_of_the_day_are_those_of_the_scenarios_zone_on_each_day()
    {
        // The run begins at six in Chicago.
        var times = Times((TimeSpan.FromHours(2.9), 90), (TimeSpan.FromHours(3), 20), (TimeSpan.FromHours(10.9), 21), (TimeSpan.FromHours(11), 91), (TimeSpan.FromHours(27.5), 22));
        var office = new ThresholdSpan(null, null, new DailyHours(new LocalTime(9, 0), new LocalTime(17, 0)));
        var night = new ThresholdSpan(null, null, new DailyHours(new LocalTime(17, 0), new LocalTime(9, 0)));

        Judge(times, new LagLimit(100, true, Seconds(25)), office).Should().Match<ThresholdResult>(one => one.Passed && one.Count == 3 && one.Actual == Seconds(22));
        Judge(times, new LagLimit(100, true, Seconds(65)), night).Should().Match<ThresholdResult>(one => !one.Passed && one.Count == 2 && one.Actual == Seconds(91));
    }

    [Fact]
    public void A_span_has_its_start_and_not_its_end_and_goes_by_what_the_human_did()
    {
        var times = Times((TimeSpan.FromHours(1), 5), (TimeSpan.FromHours(2) - Seconds(1), 60), (TimeSpan.FromHours(2), 7));

        Judge(times, new LagLimit(100, true, Seconds(60)), new ThresholdSpan(TimeSpan.FromHours(1), TimeSpan.FromHours(2), null)).Should().Match<ThresholdResult>(one => one.Passed && one.Count == 2);
        Judge(times, new LagLimit(100, true, Seconds(60)), new ThresholdSpan(TimeSpan.FromHours(2), null, null)).Actual.Should().Be(Seconds(7));
    }

    private static ThresholdResult Judge(FlowTimes times, LagLimit limit, ThresholdSpan? span = null, bool orNone = false) =>
        ThresholdResult.Judge([new Threshold("lag.mql", limit, span, orNone, 7)], Clock, [new FlowTimes("promotion"), times]).Single();

    private static FlowTimes Times(params (TimeSpan From, int Seconds)[] samples)
    {
        var times = new FlowTimes("mql");
        foreach (var (from, seconds) in samples)
        {
            times.Add(At(from), At(from + Seconds(seconds)), "Person " + seconds);
        }

        return times;
    }

    private static long At(TimeSpan sinceStart) => Micros.From(Clock.StartUtc + sinceStart);

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
