using NodaTime;

namespace SfMarketo.Sync.Pacing;

/// <summary>The instants at which a daily quota may start anew.</summary>
internal static class QuotaCalendar
{
    private static readonly DateTimeZone Chicago = DateTimeZoneProviders.Tzdb["America/Chicago"];
    private static readonly DateTimeZone FixedCst = DateTimeZone.ForOffset(Offset.FromHours(-6));

    /// <summary>The quota day that <paramref name="now"/> belongs to, and the instant at which it ends.</summary>
    public static (LocalDate Day, DateTimeOffset Ends) DayOf(DateTimeOffset now, QuotaReset reset)
    {
        var day = Instant.FromDateTimeOffset(now).InZone(ZoneOf(reset)).Date;
        return (day, StartOf(day.PlusDays(1), reset));
    }

    /// <summary>The start of the quota day by that rule.</summary>
    public static DateTimeOffset StartOf(LocalDate day, QuotaReset reset) => ZoneOf(reset).AtStartOfDay(day).ToDateTimeOffset().ToUniversalTime();

    /// <summary>The next instant after <paramref name="now"/> at which the rule, or either rule while none is learned, expects a reset.</summary>
    public static DateTimeOffset NextReset(DateTimeOffset now, QuotaReset reset)
    {
        var fixedCst = DayOf(now, QuotaReset.FixedCst).Ends;
        if (reset == QuotaReset.FixedCst)
        {
            return fixedCst;
        }

        // A refusal in the hour after a summer midnight means that the other rule holds, whatever was learned: so both are candidates.
        var midnight = DayOf(now, QuotaReset.ChicagoMidnight).Ends;
        return midnight < fixedCst ? midnight : fixedCst;
    }

    /// <summary>Which rule an observed reset proves; unlearned in winter, when both give the same instant.</summary>
    public static QuotaReset Learn(DateTimeOffset observed, TimeSpan tolerance)
    {
        var midnight = StartOf(DayOf(observed, QuotaReset.ChicagoMidnight).Day, QuotaReset.ChicagoMidnight);
        var fixedCst = StartOf(DayOf(observed, QuotaReset.FixedCst).Day, QuotaReset.FixedCst);
        if (midnight == fixedCst)
        {
            return QuotaReset.Unlearned;
        }

        return observed - fixedCst >= TimeSpan.Zero && observed - fixedCst <= tolerance ? QuotaReset.FixedCst
            : observed - midnight >= TimeSpan.Zero && observed - midnight <= tolerance ? QuotaReset.ChicagoMidnight
            : QuotaReset.Unlearned;
    }

    private static DateTimeZone ZoneOf(QuotaReset reset) => reset == QuotaReset.FixedCst ? FixedCst : Chicago;
}
