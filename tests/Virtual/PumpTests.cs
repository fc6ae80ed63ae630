using SfMarketo.Harness.VirtualTime;

namespace SfMarketo.Tests.Virtual;

public sealed class PumpTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_day_of_waiting_takes_no_time()
    {
        var clock = new VirtualClock(Start);

        await VirtualPump.RunAsync(clock, () => Task.Delay(TimeSpan.FromDays(1), clock));

        clock.GetUtcNow().Should().Be(Start.AddDays(1));
    }

    [Fact]
    public async Task Timers_of_one_instant_fire_in_the_order_in_which_they_were_set()
    {
        var clock = new VirtualClock(Start);
        var order = new List<int>();

        await VirtualPump.RunAsync(clock, async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1), clock);
                order.Add(number);
            }));
        });

        order.Should().BeInAscendingOrder().And.HaveCount(50);
    }

    [Fact]
    public async Task Work_that_waits_for_nothing_that_can_come_is_reported()
    {
        var clock = new VirtualClock(Start);

        var run = () => VirtualPump.RunAsync(clock, () => new TaskCompletionSource().Task);

        await run.Should().ThrowAsync<InvalidOperationException>().WithMessage("Virtual time stands still*");
    }

    [Fact]
    public async Task A_timer_that_was_changed_fires_once_at_its_new_time()
    {
        var clock = new VirtualClock(Start);
        var fired = new List<TimeSpan>();

        await VirtualPump.RunAsync(clock, async () =>
        {
            await using var timer = clock.CreateTimer(_ => fired.Add(clock.Elapsed), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
            await Task.Delay(TimeSpan.FromSeconds(10), clock);
        });

        fired.Should().Equal(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task After_its_death_a_life_hears_no_timer()
    {
        var clock = new VirtualClock(Start);
        var life = new LifeClock(clock);
        var heard = 0;

        await VirtualPump.RunAsync(clock, async () =>
        {
            using var ticking = life.CreateTimer(_ => heard++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromSeconds(3.5), clock);
            life.Kill();
            await Task.Delay(TimeSpan.FromSeconds(10), clock);
        });

        heard.Should().Be(3);
    }
}
