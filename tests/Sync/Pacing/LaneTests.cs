using SfMarketo.Sync.Pacing;

namespace SfMarketo.Tests.Sync.Pacing;

public sealed class LaneTests
{
    private static readonly TimeSpan ServerTimeout = TimeSpan.FromSeconds(30);

    private readonly SimClock _clock = new();

    [Fact]
    public async Task The_more_urgent_lane_is_served_first_whoever_came_first()
    {
        using var budget = new CallBudget(_clock, new PacingSettings { Permits = 1 }, () => 0);
        var running = await budget.AcquireAsync(Lane.Backfill, ServerTimeout, Cancel);
        var activities = budget.AcquireAsync(Lane.Activities, ServerTimeout, Cancel).AsTask();
        var consent = budget.AcquireAsync(Lane.Consent, ServerTimeout, Cancel).AsTask();

        running.Complete(CallEnd.ResponseRead, null);

        consent.IsCompleted.Should().BeTrue();
        activities.IsCompleted.Should().BeFalse();
        budget.Waits.Should().Be(2);
    }

    [Fact]
    public void The_last_tokens_and_the_last_permit_are_for_the_first_three_lanes()
    {
        using var budget = new CallBudget(_clock, new PacingSettings { Tokens = 20, Permits = 5 }, () => 0);

        Take(budget, Lane.Backfill, 10).Should().Be(4, "one of five permits is reserved");
        Take(budget, Lane.Conversion, 10).Should().Be(1);
    }

    [Fact]
    public void A_saturated_budget_still_serves_each_waiting_lane_once_a_minute()
    {
        var server = new ModelServer();
        var model = new PacingModel(_clock, server, ServerTimeout);
        using var budget = new CallBudget(_clock, new PacingSettings(), () => 0);
        var second = TimeSpan.TicksPerSecond;
        var urgent = Enumerable.Range(0, 2000).Select(i => new ModelCall(Lane.Consent, i * second / 5, 0, second / 10, second / 2, CallEnd.ResponseRead));
        var low = Enumerable.Range(0, 40).Select(_ => new ModelCall(Lane.Backfill, 0, 0, second / 10, second / 2, CallEnd.ResponseRead));

        model.Run(budget, urgent.Concat(low), until: 300 * second);

        var served = model.Grants.Where(grant => grant.Call.Lane == Lane.Backfill).Select(grant => grant.At).Prepend(0).ToArray();
        served.Should().HaveCountGreaterThan(5);
        served.Zip(served.Skip(1), (before, after) => after - before).Max().Should().BeLessThanOrEqualTo(60 * second);
        model.Grants.Count(grant => grant.Call.Lane == Lane.Consent).Should().BeGreaterThan(500, "the urgent lane keeps nearly all");
    }

    [Fact]
    public async Task A_caller_that_gives_up_leaves_the_queue()
    {
        using var budget = new CallBudget(_clock, new PacingSettings { Permits = 1 }, () => 0);
        using var impatient = new CancellationTokenSource();
        var running = await budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel);
        var gone = budget.AcquireAsync(Lane.Mql, ServerTimeout, impatient.Token).AsTask();
        var next = budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel).AsTask();

        await impatient.CancelAsync();
        running.Complete(CallEnd.ResponseRead, null);

        gone.IsCanceled.Should().BeTrue();
        next.IsCompletedSuccessfully.Should().BeTrue();
        budget.Waiting.Should().Be(0);
    }

    [Fact]
    public async Task An_unexplained_606_cuts_the_share_once_pauses_everybody_and_heals_by_the_minute()
    {
        using var budget = new CallBudget(_clock, new PacingSettings { Exclusive = true }, () => 0);
        var first = await budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel);
        var second = await budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel);

        first.Complete(CallEnd.ResponseRead, "606");
        second.Complete(CallEnd.ResponseRead, "606");

        budget.WindowCapacity.Should().Be(70, "both were sent before the cut");
        var paused = budget.AcquireAsync(Lane.Consent, ServerTimeout, Cancel).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(19.9));
        paused.IsCompleted.Should().BeFalse("the oldest of our tokens is still cooling");
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        paused.IsCompleted.Should().BeTrue();

        _clock.Advance(TimeSpan.FromMinutes(2));
        (await budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel)).Complete(CallEnd.ResponseRead, null);
        budget.WindowCapacity.Should().Be(80, "two quiet minutes give ten back");
    }

    [Fact]
    public async Task A_call_we_gave_up_keeps_its_permit_for_the_servers_own_timeout()
    {
        using var budget = new CallBudget(_clock, new PacingSettings { Permits = 1 }, () => 0);
        (await budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel)).Complete(CallEnd.Unknown, null);
        var next = budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel).AsTask();

        _clock.Advance(ServerTimeout - TimeSpan.FromTicks(1));
        next.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));
        next.IsCompleted.Should().BeTrue();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static int Take(CallBudget budget, Lane lane, int wanted) =>
        Enumerable.Range(0, wanted).Count(_ => budget.AcquireAsync(lane, ServerTimeout, Cancel).AsTask().IsCompleted);
}
