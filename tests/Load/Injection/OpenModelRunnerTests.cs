using SfMarketo.Harness.VirtualTime;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Tests.Load.Injection;

public sealed class OpenModelRunnerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly VirtualClock clock = new(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_slow_server_does_not_slow_the_arrivals()
    {
        var starts = new List<TimeSpan>();

        var report = await RunAsync(10_000, TimeSpan.FromSeconds(30), starts.Add, new LoadSimulation.Inject(2, Second, Second * 5));

        starts.Select(start => start.TotalMilliseconds).Should().Equal(250, 750, 1250, 1750, 2250, 2750, 3250, 3750, 4250, 4750);
        (report.Due, report.Ended, report.Missed).Should().Be((10, 10, 0));
        report.Elapsed.Should().Be(TimeSpan.FromMilliseconds(34_750), "the last copy is waited for");
    }

    [Fact]
    public async Task Arrivals_that_find_all_copies_busy_are_missed_and_not_made_up_for()
    {
        // Two copies of a second each take 2 arrivals a second of 10: the first two, and then two more whenever they end.
        var report = await RunAsync(2, Second, _ => { }, new LoadSimulation.Inject(10, Second, Second * 10));

        (report.Due, report.Ended, report.Missed).Should().Be((100, 20, 80));
    }

    [Fact]
    public async Task Latency_counts_from_the_intended_start_and_service_from_the_real_one()
    {
        var late = new LateTimers(clock, TimeSpan.FromMilliseconds(250));
        LoadReport? report = null;

        await VirtualPump.RunAsync(clock, async () =>
        {
            var plan = new LoadPlan("late", _ => AnswerAsync(TimeSpan.FromMilliseconds(100)), new LoadSimulation.Inject(1, Second, Second * 3));
            report = await new OpenModelRunner(late, new Draws(7)).RunAsync(plan, CancellationToken.None);
        });

        report!.Service.Max.TotalMilliseconds.Should().BeApproximately(100, 1);
        report.Latency.P50.TotalMilliseconds.Should().BeApproximately(350, 1);
    }

    [Fact]
    public async Task Constant_copies_start_again_when_they_end_until_their_time_is_over()
    {
        var report = await RunAsync(10_000, TimeSpan.FromMilliseconds(500), _ => { }, new LoadSimulation.Pause(Second), new LoadSimulation.KeepConstant(3, Second * 2));

        (report.Due, report.Ended).Should().Be((0, 12));
    }

    [Fact]
    public async Task Constant_copies_on_a_clock_that_stands_still_are_an_error_and_not_for_ever()
    {
        var run = () => RunAsync(10_000, TimeSpan.Zero, _ => { }, new LoadSimulation.KeepConstant(3, Second));

        await run.Should().ThrowAsync<InvalidOperationException>().WithMessage("*stands still*");
    }

    [Fact]
    public async Task A_step_that_throws_is_a_failure_by_its_name()
    {
        LoadReport? report = null;

        await VirtualPump.RunAsync(clock, async () =>
        {
            var plan = new LoadPlan("broken", number => number % 2 == 0 ? throw new HttpRequestException() : AnswerAsync(Second), new LoadSimulation.Inject(2, Second, Second * 2));
            report = await new OpenModelRunner(clock, new Draws(7)).RunAsync(plan, CancellationToken.None);
        });

        report!.Codes.Should().Equal(("HttpRequestException", 2), ("ok", 2));
        report.Failed.Should().Be(2);
    }

    [Fact]
    public async Task Cancelled_it_starts_no_more_and_waits_for_what_runs()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(1_600), clock);
        LoadReport? report = null;

        await VirtualPump.RunAsync(clock, async () =>
        {
            var plan = new LoadPlan("cancelled", _ => AnswerAsync(Second), new LoadSimulation.Inject(2, Second, TimeSpan.FromHours(1)));
            report = await new OpenModelRunner(clock, new Draws(7)).RunAsync(plan, stop.Token);
        });

        (report!.Due, report.Ended).Should().Be((3, 3));
    }

    [Fact]
    public async Task The_understood_shape_is_told_before_the_first_copy()
    {
        using var echo = new StringWriter();
        var told = "";

        var plan = new LoadPlan("told", Step, new LoadSimulation.Inject(1, Second, Second));
        await VirtualPump.RunAsync(clock, () => new OpenModelRunner(clock, new Draws(7), echo).RunAsync(plan, CancellationToken.None));

        told.Should().Contain("told:").And.Contain("inject: 1 each 00:00:01 during 00:00:01: 1 arrivals");

        ValueTask<LoadAnswer> Step(long number)
        {
            told = echo.ToString();
            return AnswerAsync(Second);
        }
    }

    private async Task<LoadReport> RunAsync(int maxCopies, TimeSpan service, Action<TimeSpan> started, params LoadSimulation[] shape)
    {
        LoadReport? report = null;
        var plan = new LoadPlan("plan", Step, shape) { MaxCopies = maxCopies };
        await VirtualPump.RunAsync(clock, async () => report = await new OpenModelRunner(clock, new Draws(7)).RunAsync(plan, CancellationToken.None));
        return report!;

        ValueTask<LoadAnswer> Step(long number)
        {
            started(clock.Elapsed);
            return AnswerAsync(service);
        }
    }

    private async ValueTask<LoadAnswer> AnswerAsync(TimeSpan service)
    {
        if (service > TimeSpan.Zero)
        {
            await Task.Delay(service, clock, CancellationToken.None);
        }

        return new LoadAnswer(IsError: false, "ok", 0);
    }
}
