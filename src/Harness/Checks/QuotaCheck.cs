using NodaTime;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A3: after 607 the engine is silent until the quota's reset but for one probe a slot; no day has more calls than its quota.</summary>
/// <remarks>Source: engine.md R2: probes at local midnight, at 06:00 UTC (midnight of fixed CST), then hourly.</remarks>
internal sealed class QuotaCheck : ArrivalCheck
{
    // Calls in flight when the first 607 was answered may still arrive, as many as may run at once.
    private const long Grace = 30 * Micros.PerSecond;
    private const long ProbesApart = 50 * 60 * Micros.PerSecond;

    private readonly CheckSettings settings;
    private readonly DateTimeZone zone;
    private LocalDate day;
    private long dayEnds = long.MinValue;
    private long usedToday;
    private long exhaustedAt = long.MaxValue;
    private long reopensAt;
    private long lastProbe;
    private int stragglers;

    public QuotaCheck(CheckSettings settings)
        : base("A3", "The day's quota is kept, and 607 is met with silence until the reset")
    {
        this.settings = settings;
        zone = DateTimeZoneProviders.Tzdb[settings.QuotaZone];
    }

    protected override void Arrived(CallEntry call)
    {
        Examined++;
        if (call.Has("607"))
        {
            Refused(call);
            return;
        }

        if (call.Has("606") || call.Has("615"))
        {
            return;
        }

        CountToday(call);
        if (call.At > exhaustedAt)
        {
            exhaustedAt = long.MaxValue;
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

    private void Refused(in CallEntry call)
    {
        if (exhaustedAt == long.MaxValue)
        {
            exhaustedAt = call.DoneAt;
            reopensAt = DayOf(call.At).Ends;
            lastProbe = long.MinValue / 2;
            stragglers = 0;
            return;
        }

        if (!call.IsEngine(settings))
        {
            return;
        }

        if (call.At <= exhaustedAt + Grace)
        {
            stragglers++;
            if (stragglers > settings.ConcurrentCalls)
            {
                Violate($"{stragglers} calls after the first 607, at most {settings.ConcurrentCalls} can have been in flight", call.At, "", call.Call);
            }
        }
        else if (call.At < reopensAt)
        {
            Violate($"A call {(reopensAt - call.At) / Micros.PerSecond} s before the quota's reset", call.At, "", call.Call);
        }
        else
        {
            if (call.At - lastProbe < ProbesApart)
            {
                Violate($"A second probe {(call.At - lastProbe) / Micros.PerSecond} s after the one before", call.At, "", call.Call);
            }

            lastProbe = call.At;
        }
    }

    private (LocalDate Day, long Ends) DayOf(long at)
    {
        var date = Instant.FromUnixTimeTicks(at * 10).InZone(zone).Date;
        return (date, zone.AtStartOfDay(date.PlusDays(1)).ToInstant().ToUnixTimeTicks() / 10);
    }
}
