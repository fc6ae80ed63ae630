using NodaTime;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>When a batch campaign runs by itself, again and again. The hour is that of the instance's time zone, also across its changes.</summary>
/// <remarks>Source: Marketo REST API, "Smart Campaigns", the members of <c>recurrence</c>. How they count between two runs is our reading.</remarks>
/// <param name="StartAt">The first run.</param>
/// <param name="IntervalType"><c>Daily</c>, <c>Weekly</c> or <c>Monthly</c>.</param>
public sealed record CampaignRecurrence(DateTimeOffset StartAt, string IntervalType)
{
    /// <summary>Long enough for a month's 31st every so many months.</summary>
    private const int MostDays = 366 * 40;

    /// <summary>Units between two runs.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>After this instant it runs no more; null for no end.</summary>
    public DateTimeOffset? EndAt { get; init; }

    /// <summary>Daily: Monday to Friday only.</summary>
    public bool WeekdayOnly { get; init; }

    /// <summary>Weekly: on these days; none for the day of the first run.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Monthly: on this day, or the last one of a shorter month; null for the day of the first run.</summary>
    public int? DayOfMonth { get; init; }

    /// <summary>Monthly: on this day of <see cref="WeekOfMonth"/>, in place of a day of the month.</summary>
    public DayOfWeek? DayOfWeek { get; init; }

    /// <summary>1 to 4.</summary>
    public int? WeekOfMonth { get; init; }

    /// <summary>The first run after an instant, microseconds; null when there is none.</summary>
    internal long? After(long micros, string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var first = Instant.FromDateTimeOffset(StartAt).InZone(zone).LocalDateTime;
        var from = Instant.FromDateTimeOffset(Micros.ToInstant(micros)).InZone(zone).Date;
        var date = from > first.Date ? from : first.Date;
        for (var days = 0; days < MostDays; days++, date = date.PlusDays(1))
        {
            if (!IsDay(date, first.Date))
            {
                continue;
            }

            var at = zone.AtLeniently(date + first.TimeOfDay).ToDateTimeOffset();
            if (EndAt < at)
            {
                return null;
            }

            if (Micros.From(at) is var run && run > micros)
            {
                return run;
            }
        }

        return null;
    }

    private bool IsDay(LocalDate date, LocalDate first) => IntervalType switch
    {
        "Daily" => Period.DaysBetween(first, date) % Interval == 0 && (!WeekdayOnly || date.DayOfWeek < IsoDayOfWeek.Saturday),
        "Weekly" => Period.DaysBetween(MondayOf(first), date) / 7 % Interval == 0 && (Weekdays.Count == 0 ? date.DayOfWeek == first.DayOfWeek : Weekdays.Any(day => Is(date, day))),
        _ => ((date.Year - first.Year) * 12 + date.Month - first.Month) % Interval == 0 && IsDayOfMonth(date, first),
    };

    private bool IsDayOfMonth(LocalDate date, LocalDate first) => DayOfWeek is { } day && WeekOfMonth is { } week
        ? Is(date, day) && (date.Day - 1) / 7 + 1 == week
        : date.Day == Math.Min(DayOfMonth ?? first.Day, date.Calendar.GetDaysInMonth(date.Year, date.Month));

    private static LocalDate MondayOf(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

    private static bool Is(LocalDate date, DayOfWeek day) => (int)date.DayOfWeek % 7 == (int)day;
}
