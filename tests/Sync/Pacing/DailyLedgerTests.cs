using SfMarketo.Sync.Pacing;

namespace SfMarketo.Tests.Sync.Pacing;

public sealed class DailyLedgerTests
{
    private static readonly TimeSpan ServerTimeout = TimeSpan.FromSeconds(30);
    private static readonly PacingSettings Settings = new() { ProbeJitter = TimeSpan.FromSeconds(10) };

    [Theory]
    [InlineData("2026-07-14T19:07:00Z", "2026-07-15T05:00:00Z", 1, "2026-07-15T05:00:10Z")] // 14:07 CDT, reset at local midnight
    [InlineData("2026-07-14T19:07:00Z", "2026-07-15T06:00:00Z", 2, "2026-07-15T06:00:10Z")] // reset at fixed CST
    [InlineData("2026-01-14T20:07:00Z", "2026-01-15T06:00:00Z", 1, "2026-01-15T06:00:10Z")] // winter: the two are one
    [InlineData("2026-03-08T20:00:00Z", "2026-03-09T06:00:00Z", 2, "2026-03-09T06:00:10Z")] // the day clocks go forward, fixed CST
    [InlineData("2026-11-01T20:00:00Z", "2026-11-02T06:00:00Z", 1, "2026-11-02T06:00:10Z")] // the day they go back
    [InlineData("2026-01-14T20:07:00Z", "2026-01-15T08:30:00Z", 4, "2026-01-15T09:00:10Z")] // neither: hourly after the first
    public void After_607_only_probes_go_out_until_the_real_reset(string exhaustedAt, string resetAt, int probes, string resumedAt)
    {
        var run = new Day(Utc(exhaustedAt));

        run.Exhaust();
        run.Until(Utc(resetAt) + TimeSpan.FromHours(2), Utc(resetAt));

        run.Probes.Should().Be(probes);
        run.Budget.Ledger.ResumedAt.Should().Be(Utc(resumedAt), "5 s after the expected reset and half of the 10 s of jitter");
        run.Budget.Ledger.Exhausted.Should().BeFalse();
    }

    [Fact]
    public void The_second_day_asks_once_because_the_first_taught_when()
    {
        var run = new Day(Utc("2026-07-14T19:07:00Z"));
        run.Exhaust();
        run.Until(Utc("2026-07-15T19:00:00Z"), Utc("2026-07-15T06:00:00Z"));
        run.Budget.Ledger.Reset.Should().Be(QuotaReset.FixedCst);

        run.Exhaust();
        run.Until(Utc("2026-07-16T07:00:00Z"), Utc("2026-07-16T06:00:00Z"));

        run.Probes.Should().Be(1);
        run.Budget.Ledger.Exhausted.Should().BeFalse();
    }

    [Fact]
    public async Task The_probe_is_the_most_urgent_call_and_the_rest_follow_in_their_order()
    {
        var clock = new SimClock(Utc("2026-07-14T19:07:00Z"));
        using var budget = new CallBudget(clock, Settings, () => 0);
        (await budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel)).Complete(CallEnd.ResponseRead, "607");
        var backfill = budget.AcquireAsync(Lane.Backfill, ServerTimeout, Cancel).AsTask();
        var suppression = budget.AcquireAsync(Lane.Suppression, ServerTimeout, Cancel).AsTask();
        clock.Advance(TimeSpan.FromHours(5));
        var mql = budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel).AsTask();

        clock.Advance(TimeSpan.FromHours(5));

        mql.IsCompleted.Should().BeTrue();
        (await mql).IsProbe.Should().BeTrue();
        suppression.IsCompleted.Should().BeFalse("one probe at a time");
        (await mql).Complete(CallEnd.ResponseRead, null);
        suppression.IsCompleted.Should().BeTrue();
        backfill.IsCompleted.Should().BeTrue();
        budget.Ledger.Used.Should().Be(3, "a new day");
    }

    [Fact]
    public async Task The_first_minute_after_a_reset_runs_at_half_rate()
    {
        var clock = new SimClock(Utc("2026-07-14T19:07:00Z"));
        using var budget = new CallBudget(clock, new PacingSettings { Exclusive = true, Permits = 100 }, () => 0);
        (await budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel)).Complete(CallEnd.ResponseRead, "607");
        var waiting = Enumerable.Range(0, 100).Select(_ => budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel).AsTask()).ToArray();
        clock.Advance(TimeSpan.FromHours(10));

        (await waiting[0]).Complete(CallEnd.ResponseRead, null);

        waiting.Count(call => call.IsCompleted).Should().Be(50);
    }

    [Theory]
    [InlineData(Lane.Backfill, 800)]
    [InlineData(Lane.Enrichment, 900)]
    [InlineData(Lane.Audit, 900)]
    [InlineData(Lane.Activities, 950)]
    [InlineData(Lane.Mql, 1100)]
    [InlineData(Lane.Suppression, 1100)]
    public void The_less_urgent_lanes_stop_first_as_the_day_runs_low(Lane lane, int expected)
    {
        var clock = new SimClock();
        var ledger = new DailyLedger(clock, new PacingSettings { DailyCalls = 1000 }, () => 0);
        var sent = 0;
        while (sent < 1100 && ledger.Admit(lane) == Admission.Granted)
        {
            ledger.Sent(Admission.Granted);
            sent++;
        }

        sent.Should().Be(expected);
    }

    [Fact]
    public void The_vendors_count_adds_the_neighbours_calls_and_a_stale_one_takes_nothing_away()
    {
        var ledger = new DailyLedger(new SimClock(), Settings, () => 0);
        ledger.Sent(Admission.Granted);

        ledger.Correct(ledger.Today, 300);
        ledger.Correct(ledger.Today, 2);
        ledger.Correct("2001-01-01", 40_000);

        ledger.Used.Should().Be(300);
        ledger.Calls.Should().Be(1);
    }

    [Fact]
    public void A_restart_knows_the_day_and_that_the_quota_is_spent()
    {
        var clock = new SimClock(Utc("2026-07-14T19:07:00Z"));
        var before = new DailyLedger(clock, Settings, () => 0);
        before.Sent(Admission.Granted);
        before.Ended(CallEnd.ResponseRead, "607", probe: false);

        var after = new DailyLedger(clock, Settings, () => 0, before.Save());

        after.Save().Should().Be(before.Save());
        after.Admit(Lane.Consent).Should().Be(Admission.Refused);
    }

    [Fact]
    public void A_saved_day_that_is_over_keeps_only_what_was_learned()
    {
        var saved = new LedgerSnapshot("2026-07-13", 40_000, 5, Exhausted: false, null, QuotaReset.FixedCst);

        var ledger = new DailyLedger(new SimClock(Utc("2026-07-14T19:07:00Z")), Settings, () => 0, saved);

        ledger.Used.Should().Be(0);
        ledger.Reset.Should().Be(QuotaReset.FixedCst);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Utc(string text) => SfMarketo.Sync.WireTime.Parse(text);

    /// <summary>A day on which calls are always wanted and the server refuses them until its reset.</summary>
    private sealed class Day(DateTimeOffset start)
    {
        private readonly SimClock _clock = new(start);
        private CallBudget? _budget;

        public CallBudget Budget => _budget ??= new CallBudget(_clock, Settings, () => 0.5);

        public int Probes { get; private set; }

        public void Exhaust()
        {
            Probes = 0;
            var permit = Budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel).AsTask();
            permit.IsCompleted.Should().BeTrue();
            permit.Result.Complete(CallEnd.ResponseRead, "607");
        }

        public void Until(DateTimeOffset end, DateTimeOffset reset)
        {
            while (_clock.GetUtcNow() < end && Budget.Ledger.Exhausted)
            {
                var call = Budget.AcquireAsync(Lane.Mql, ServerTimeout, Cancel).AsTask();
                while (!call.IsCompleted && _clock.NextTimer() is { } next)
                {
                    _clock.AdvanceTo(next);
                }

                call.IsCompleted.Should().BeTrue("a probe is always due some time");
                Probes += call.Result.IsProbe ? 1 : 0;
                call.Result.Complete(CallEnd.ResponseRead, _clock.GetUtcNow() < reset ? "607" : null);
            }

            _clock.Advance(end - _clock.GetUtcNow() > TimeSpan.Zero ? end - _clock.GetUtcNow() : TimeSpan.Zero);
        }
    }
}
