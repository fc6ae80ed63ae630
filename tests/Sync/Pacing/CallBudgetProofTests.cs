using CsCheck;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Tests.Sync.Pacing;

/// <summary>The limiter's claim: whatever the latency, the server never sees more than it allows.</summary>
public sealed class CallBudgetProofTests
{
    private static readonly long Second = TimeSpan.TicksPerSecond;
    private static readonly TimeSpan ServerTimeout = TimeSpan.FromSeconds(30);

    private static readonly Gen<ModelCall> Calls =
        from lane in Gen.Int[0, 7]
        from gap in Gen.Frequency((8, Gen.Long[0, Second / 20]), (1, Gen.Long[0, 30 * Second]))
        from response in Gen.Frequency((6, Gen.Long[0, 2 * Second]), (1, Gen.Long[0, 25 * Second]))
        from arrives in Gen.OneOf(Gen.Const(0d), Gen.Const(1d), Gen.Double[0, 1])
        from runs in Gen.OneOf(Gen.Const(1d), Gen.Double[0, 1])
        from end in Gen.Frequency((16, Gen.Const(CallEnd.ResponseRead)), (1, Gen.Const(CallEnd.NotSent)), (1, Gen.Const(CallEnd.Unknown)))
        select ModelledCall(lane, gap, response, arrives, runs, end);

    // Slow and fast networks, because on a slow one ten at once never fill a window; and servers that work from the send to the response, because only they are ever full.
    private static readonly Gen<(ModelCall[] Calls, double Speed, bool Busy, long Early)> Loads =
        Gen.Select(Calls.Array[50, 600], Gen.Double[0.01, 1], Gen.Bool, Gen.Long[0, Second / 50]);

    [Fact]
    public void No_window_and_no_instant_at_the_server_ever_holds_more_than_allowed() => Hold(new PacingSettings { Exclusive = true });

    [Fact]
    public void The_same_property_fails_when_tokens_come_back_a_second_early() =>
        FluentActions.Invoking(() => Hold(new PacingSettings { Exclusive = true, WindowSeconds = 19 })).Should().Throw<CsCheckException>();

    [Fact]
    public void The_same_property_fails_with_two_permits_too_many() =>
        FluentActions.Invoking(() => Hold(new PacingSettings { Exclusive = true, Permits = 12 })).Should().Throw<CsCheckException>();

    [Fact]
    public void The_same_check_finds_a_log_that_is_anchored_at_the_send()
    {
        // A call granted, and its token cooling, from the send on: what token logs usually do.
        var clock = new SimClock();
        var window = new CallWindow(clock, 100, TimeSpan.FromSeconds(20));
        var server = new ModelServer();
        for (var i = 0; i < 400; i++)
        {
            while (!window.TryTake())
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
            }

            window.Return(CallEnd.ResponseRead, ServerTimeout);
            server.Note(clock.Now + (i / 100 % 2 == 0 ? Second : 0), clock.Now + Second);
        }

        server.WorstWindow(20 * Second).Should().BeGreaterThan(100, "latency squeezes calls of two bursts into one window, and the check sees it");
    }

    [Fact]
    public void An_idle_gap_does_not_let_two_bursts_into_one_window()
    {
        var burst = Enumerable.Range(0, 100).Select(i => Plain(Lane.Mql, 100 * Second, Second / 2)).Concat(Enumerable.Range(0, 200).Select(i => Plain(Lane.Mql, 119 * Second, Second / 10)));

        var server = Run([.. burst], 0, new PacingSettings { Exclusive = true }).Server;

        server.Calls.Should().Be(300);
        server.WorstWindow(20 * Second).Should().Be(100, "all of the window is used and not a call more");
    }

    [Theory]
    [InlineData(0.15)]
    [InlineData(0.6)]
    [InlineData(1.5)]
    public void A_saturated_budget_reaches_95_percent_of_the_best_possible_rate(double latencySeconds)
    {
        var latency = (long)(latencySeconds * Second);
        var calls = Enumerable.Range(0, 3000).Select(_ => Plain(Lane.Mql, 0, latency)).ToArray();

        var (server, model) = Run(calls, 0, new PacingSettings { Exclusive = true }, until: 400 * Second);

        var best = Math.Min(100 / (20 + latencySeconds), 10 / latencySeconds);
        (model.Grants.Count / 400d).Should().BeGreaterThan(0.95 * best);
        server.MostAtOnce().Should().BeLessThanOrEqualTo(10);
    }

    [Fact]
    public void A_restart_waits_until_the_calls_of_the_life_before_are_out_of_the_window()
    {
        var clock = new SimClock();
        using var budget = new CallBudget(clock, new PacingSettings(), () => 0);

        budget.AssumePastLife(TimeSpan.FromSeconds(5));
        var first = budget.AcquireAsync(Lane.Consent, ServerTimeout, TestContext.Current.CancellationToken).AsTask();
        clock.Advance(TimeSpan.FromSeconds(20) - TimeSpan.FromTicks(1));
        first.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromTicks(1));

        first.IsCompleted.Should().BeTrue();
    }

    private static void Hold(PacingSettings settings) => Loads.Sample(
        (calls, speed, busy, early) =>
        {
            var wanted = 0L;
            var load = new ModelCall[calls.Length];
            for (var i = 0; i < calls.Length; i++)
            {
                wanted += (long)(calls[i].Wanted * speed);
                load[i] = calls[i].End == CallEnd.Unknown
                    ? calls[i] with { Wanted = wanted }
                    : calls[i] with { Wanted = wanted, Arrives = Scaled(calls[i].Arrives), Runs = Scaled(calls[i].Runs), ResponseAfter = Scaled(calls[i].ResponseAfter) };
                load[i] = busy ? load[i] with { Arrives = 0, Runs = load[i].ResponseAfter } : load[i];
            }

            var server = Run(load, early, settings).Server;
            return server.WorstWindow(20 * Second) <= 100 && server.MostAtOnce() <= 10;

            long Scaled(long ticks) => (long)(ticks * speed);
        },
        iter: 300,
        threads: 1);

    private static (ModelServer Server, PacingModel Model) Run(ModelCall[] calls, long early, PacingSettings settings, long until = long.MaxValue)
    {
        var clock = new SimClock(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero), () => early);
        var server = new ModelServer();
        var model = new PacingModel(clock, server, ServerTimeout);
        using var budget = new CallBudget(clock, settings, () => 0.5);
        model.Run(budget, calls, until);
        return (server, model);
    }

    private static ModelCall ModelledCall(int lane, long gap, long response, double arrives, double runs, CallEnd end)
    {
        var late = end == CallEnd.Unknown ? response + ServerTimeout.Ticks : response;
        var arrival = (long)(arrives * late);
        return new((Lane)lane, gap, arrival, (long)(runs * (late - arrival)), response, end);
    }

    private static ModelCall Plain(Lane lane, long at, long latency) => new(lane, at, latency / 2, latency / 4, latency, CallEnd.ResponseRead);
}
