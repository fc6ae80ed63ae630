using NodaTime;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A3: after its first 607 the engine is silent until the quota's reset but for one probe a slot; no day has more calls than its quota.</summary>
/// <remarks>
/// Each call of the engine counts, whatever it was answered: one that is refused for another reason was sent all the same. The silence ends with an answer that
/// shows that the quota is open again: neither 607 nor a refusal that comes before the quota is looked at, nor a fault. A life that was killed may have to learn
/// it once more. One whose clock is ahead may probe when that clock says that it is time, and again after each jump. Source: engine.md R2: probes at local midnight, at 06:00 UTC (midnight of fixed CST), then hourly.
/// </remarks>
internal sealed class QuotaCheck : ArrivalCheck
{
    // Calls in flight when the first 607 was answered may still arrive, as many as may run at once.
    private const long Grace = 30 * Micros.PerSecond;
    private const long ProbesApart = 50 * 60 * Micros.PerSecond;

    private static readonly string[] BeforeTheQuota = ["601", "602", "604", "606", "608", "611", "614", "615"];

    private readonly CheckSettings settings;
    private readonly DateTimeZone zone;
    private LocalDate day;
    private long dayEnds = long.MinValue;
    private long usedToday;
    private long exhaustedAt = long.MaxValue;
    private long reopensAt;
    private long lastProbe;
    private int stragglers;
    private int learnedAgain;

    public QuotaCheck(CheckSettings settings)
        : base("A3", "The day's quota is kept, and 607 is met with silence until the reset")
    {
        this.settings = settings;
        zone = DateTimeZoneProviders.Tzdb[settings.QuotaZone];
    }

    protected override bool Concerns(in CallEntry entry) => base.Concerns(entry) || (entry.Sim == RecordWords.Marketo && entry.IsEngine(settings) && !entry.IsIdentity());

    protected override void Arrived(CallEntry call)
    {
        Examined++;
        var refused = call.Has("607");
        if (!refused && call.IsCounted() && !call.Has("606") && !call.Has("615"))
        {
            CountToday(call);
        }

        if (!call.IsEngine(settings))
        {
            return;
        }

        if (exhaustedAt == long.MaxValue)
        {
            if (refused)
            {
                (exhaustedAt, reopensAt, lastProbe, stragglers, learnedAgain) = (call.DoneAt, DayOf(call.At).Ends, long.MinValue / 2, 0, 0);
            }
        }
        else if (call.At > exhaustedAt)
        {
            Silent(call, refused);
        }
    }

    private void CountToday(in CallEntry call)
    {
        if (call.At >= dayEnds)
        {
            usedToday = dayEnds == long.MinValue ? settings.CallsSpentToday : 0;
            (day, dayEnds) = DayOf(call.At);
        }

        usedToday++;
        if (usedToday > settings.CallsPerDay)
        {
            Violate($"{usedToday} calls on {day}, quota {settings.CallsPerDay}", call.At, "", call.Call);
        }
    }

    /// <summary>A call of the engine although it was answered 607.</summary>
    private void Silent(in CallEntry call, bool refused)
    {
        // Quota may be bought: the vendor then takes calls before the reset, which the engine can only have found out by a lawful one.
        var open = !refused && call.Status < 500 && call.Fault is null && !call.Codes.Any(code => BeforeTheQuota.Contains(code));
        if (call.At <= exhaustedAt + Grace)
        {
            if (open)
            {
                exhaustedAt = long.MaxValue;
            }
            else if (++stragglers > settings.ConcurrentCalls)
            {
                Violate($"{stragglers} calls after the first 607, at most {settings.ConcurrentCalls} can have been in flight", call.At, "", call.Call);
            }

            return;
        }

        if (call.At + Ahead(call.At) < reopensAt)
        {
            if (++learnedAgain > settings.EngineStarts - 1)
            {
                Violate($"A call {(reopensAt - call.At) / Micros.PerSecond} s before the quota's reset", call.At, "", call.Call);
            }
        }
        else if (call.At - lastProbe < ProbesApart && !JumpedSince(lastProbe, call.At))
        {
            Violate($"A second probe {(call.At - lastProbe) / Micros.PerSecond} s after the one before", call.At, "", call.Call);
        }

        lastProbe = refused ? call.At : lastProbe;
        exhaustedAt = open ? long.MaxValue : exhaustedAt;
    }

    /// <summary>How far the engine's clock was ahead, or had been within the time in which a call is on its way.</summary>
    private long Ahead(long at)
    {
        long ahead = 0;
        foreach (var (jumped, error) in settings.Tally.Clocks)
        {
            ahead = jumped > at ? ahead : jumped > at - Grace ? Math.Max(ahead, error) : Math.Max(0, error);
        }

        return ahead;
    }

    private bool JumpedSince(long from, long until) => settings.Tally.Clocks.Any(jump => jump.At > from - Grace && jump.At <= until);

    private (LocalDate Day, long Ends) DayOf(long at)
    {
        var date = Instant.FromUnixTimeTicks(at * 10).InZone(zone).Date;
        return (date, zone.AtStartOfDay(date.PlusDays(1)).ToInstant().ToUnixTimeTicks() / 10);
    }
}
