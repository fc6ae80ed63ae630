using NodaTime;
using NodaTime.TimeZones;

namespace SfMarketo.Kernel.Quotas;

/// <summary>At most N calls in one calendar day of a time zone; the count starts anew at local midnight.</summary>
/// <remarks>
/// Source: Marketo REST API, "Daily quota" (error 607). Adobe's pages say both "12:00AM CST" and "midnight Central Time",
/// one hour apart in summer: the zone is a setting. NodaTime brings its own zone data, so no machine's tzdata is asked.
/// </remarks>
public sealed class DayQuota
{
    private readonly DateTimeZone zone;
    private long dayEnds = long.MinValue;

    /// <param name="limit">Calls a day.</param>
    /// <param name="zoneId">An IANA zone such as <c>America/Chicago</c>, or a fixed offset such as <c>UTC-06</c>.</param>
    public DayQuota(int limit, string zoneId)
    {
        Limit = limit;
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId)
            ?? throw new DateTimeZoneNotFoundException($"Unknown time zone '{zoneId}'. Use an IANA id such as America/Chicago, or a fixed offset such as UTC-06.");
    }

    private DayQuota(DayQuota other)
    {
        zone = other.zone;
        Limit = other.Limit;
        Used = other.Used;
        Day = other.Day;
        dayEnds = other.dayEnds;
    }

    public int Limit { get; set; }

    public int Used { get; private set; }

    /// <summary>The end of the day that is counted, microseconds since 1970 UTC.</summary>
    public long DayEnds => dayEnds;

    /// <summary>The calendar day that is counted, in the quota's zone.</summary>
    public LocalDate Day { get; private set; }

    /// <summary>Counts a call at <paramref name="at"/> (microseconds); false when the day's calls are spent.</summary>
    public bool TryTake(long at)
    {
        Turn(at);
        if (Used >= Limit)
        {
            return false;
        }

        Used++;
        return true;
    }

    /// <summary>Starts a new day when its time has come; true when it did.</summary>
    public bool Turn(long at)
    {
        if (at < dayEnds)
        {
            return false;
        }

        var local = Instant.FromUnixTimeTicks(at * 10).InZone(zone).Date;
        Day = local;
        dayEnds = zone.AtStartOfDay(local.PlusDays(1)).ToInstant().ToUnixTimeTicks() / 10;
        Used = 0;
        return true;
    }

    /// <summary>Spends calls of the day without making them: a scenario's head start, or a neighbour.</summary>
    public void Spend(long at, int calls)
    {
        Turn(at);
        Used = Math.Min(Limit, Used + calls);
    }

    public DayQuota Copy() => new(this);

    /// <summary>The same calls of today, until midnight in another zone.</summary>
    /// <param name="zoneId">As in the constructor.</param>
    /// <param name="at">Now, microseconds.</param>
    public DayQuota InZone(string zoneId, long at)
    {
        Turn(at);
        var moved = new DayQuota(Limit, zoneId);
        moved.Turn(at);
        moved.Used = Used;
        return moved;
    }

    /// <summary>Whether there is such a zone.</summary>
    public static bool HasZone(string zoneId) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId) is not null;
}
