using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Control;

namespace SfMarketo.Tests.Simulators.Control;

public sealed class OffsetClockTests
{
    private readonly FakeTimeProvider source = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly List<string> fired = [];
    private readonly OffsetClock clock;

    public OffsetClockTests() => clock = new OffsetClock(source);

    [Fact]
    public void Both_clocks_move_by_what_is_advanced_and_run_on()
    {
        var before = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromHours(1));
        source.Advance(TimeSpan.FromSeconds(5));

        clock.GetUtcNow().Should().Be(new DateTimeOffset(2026, 3, 2, 13, 0, 5, TimeSpan.Zero));
        clock.GetElapsedTime(before).Should().Be(TimeSpan.FromSeconds(3_605));
    }

    [Fact]
    public void Timers_that_a_move_passes_fire_in_the_order_of_their_time()
    {
        Start("late", TimeSpan.FromMinutes(50));
        Start("early", TimeSpan.FromMinutes(10));
        Start("same time as early", TimeSpan.FromMinutes(10));
        Start("after", TimeSpan.FromMinutes(61));

        clock.Advance(TimeSpan.FromHours(1)).Should().Be(3);

        fired.Should().Equal("early", "same time as early", "late");
    }

    [Fact]
    public void A_timer_that_is_not_passed_waits_only_for_what_is_left()
    {
        Start("timer", TimeSpan.FromMinutes(61));

        clock.Advance(TimeSpan.FromHours(1));
        source.Advance(TimeSpan.FromSeconds(59));
        fired.Should().BeEmpty();
        source.Advance(TimeSpan.FromSeconds(1));

        fired.Should().Equal("timer");
    }

    [Fact]
    public void A_timer_without_a_move_fires_by_the_source()
    {
        Start("timer", TimeSpan.FromSeconds(2));

        source.Advance(TimeSpan.FromSeconds(2));

        fired.Should().Equal("timer");
    }

    [Fact]
    public void A_periodic_timer_fires_once_for_a_move_and_goes_on()
    {
        Start("tick", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

        clock.Advance(TimeSpan.FromHours(1));
        source.Advance(TimeSpan.FromMinutes(1));

        fired.Should().Equal("tick", "tick");
    }

    [Fact]
    public void A_disposed_or_stopped_timer_does_not_fire()
    {
        Start("disposed", TimeSpan.FromMinutes(1)).Dispose();
        Start("stopped", TimeSpan.FromMinutes(1)).Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromHours(1)).Should().Be(0);

        fired.Should().BeEmpty();
    }

    [Fact]
    public void Setting_the_clock_back_leaves_timers_their_wait()
    {
        Start("timer", TimeSpan.FromMinutes(10));

        clock.Set(clock.GetUtcNow() - TimeSpan.FromDays(30));
        source.Advance(TimeSpan.FromMinutes(9));
        fired.Should().BeEmpty();
        source.Advance(TimeSpan.FromMinutes(1));

        fired.Should().Equal("timer");
    }

    [Fact]
    public async Task A_delay_ends_when_time_is_moved()
    {
        var delay = Task.Delay(TimeSpan.FromDays(1), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromDays(1));

        await delay;
    }

    [Fact]
    public void Advancing_back_is_refused() => clock.Invoking(time => time.Advance(TimeSpan.FromSeconds(-1))).Should().Throw<ArgumentOutOfRangeException>();

    private ITimer Start(string name, TimeSpan due, TimeSpan? period = null) =>
        clock.CreateTimer(_ => fired.Add(name), null, due, period ?? Timeout.InfiniteTimeSpan);
}
