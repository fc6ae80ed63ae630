using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Workload;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Tests.Harness.Workload;

public sealed class ArrivalTimesTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_steady_rate_gives_about_its_number_at_uneven_gaps()
    {
        var times = Times(new LoadSegment.Inject(1, Hour));

        times.Should().HaveCountGreaterThan(3_300).And.HaveCountLessThan(3_900);
        times.Should().BeInAscendingOrder().And.OnlyContain(time => time < Hour && time.Ticks % 10 == 0);
        var gaps = times.Zip(times.Skip(1), (one, next) => (next - one).TotalSeconds).ToList();
        gaps.Count(gap => gap < 0.1).Should().BeInRange(250, 450, "of exponential gaps with mean 1 s, 9.5% are below 0.1 s");
        gaps.Max().Should().BeGreaterThan(4);
    }

    [Fact]
    public void A_ramp_has_three_quarters_of_its_events_in_the_second_half()
    {
        var times = Times(new LoadSegment.RampingInject(0, 2, Hour));

        times.Should().HaveCountGreaterThan(3_300).And.HaveCountLessThan(3_900);
        (times.Count(time => time > Hour / 2) / (double)times.Count).Should().BeApproximately(0.75, 0.03);
    }

    [Fact]
    public void A_random_rate_stays_between_its_bounds_and_changes()
    {
        var perMinute = Times(new LoadSegment.InjectRandom(1, 3, Hour)).GroupBy(time => (int)time.TotalMinutes).Select(group => group.Count()).ToList();

        perMinute.Should().HaveCount(60);
        perMinute.Average().Should().BeApproximately(120, 15);
        perMinute.Min().Should().BeLessThan(90);
        perMinute.Max().Should().BeGreaterThan(150);
    }

    [Fact]
    public void Segments_follow_each_other_and_a_pause_is_silent()
    {
        var times = Times(new LoadSegment.Inject(1, Hour), new LoadSegment.Pause(Hour), new LoadSegment.Inject(1, Hour));

        times.Should().NotContain(time => time >= Hour && time < 2 * Hour);
        times.Should().Contain(time => time > 2 * Hour).And.Contain(time => time < Hour);
    }

    [Fact]
    public void A_day_curve_gives_its_number_with_quiet_nights_and_two_peaks_in_the_zone_of_the_scenario()
    {
        var times = Times(new LoadSegment.DayCurve(10_000, TimeSpan.FromHours(24)));
        var byHour = times.GroupBy(time => (6 + (int)time.TotalHours) % 24).ToDictionary(group => group.Key, group => group.Count());

        times.Count.Should().BeInRange(9_600, 10_400);
        byHour[10].Should().BeGreaterThan(byHour[12]);
        byHour[14].Should().BeGreaterThan(byHour[12]);
        byHour.GetValueOrDefault(3).Should().BeLessThan(50);
    }

    [Fact]
    public void The_same_seed_gives_the_same_moments() =>
        Times(new LoadSegment.InjectRandom(0.1, 0.5, Hour)).Should().Equal(Times(new LoadSegment.InjectRandom(0.1, 0.5, Hour)));

    private static List<TimeSpan> Times(params LoadSegment[] shape) => [.. ArrivalTimes.Of(shape, ScenarioClock.Default, new Draws(7))];
}
