using NodaTime;
using NodaTime.Text;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.Engagement;

/// <summary>Days in a user's time zone (IANA names, as <c>User.TimeZoneSidKey</c> has them).</summary>
internal static class OwnerDay
{
    /// <summary>The zone; UTC when the name is unknown.</summary>
    public static DateTimeZone ZoneOf(string? name) => name is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? DateTimeZone.Utc;

    /// <summary>The day of an instant, <c>yyyy-MM-dd</c>.</summary>
    public static string Of(long micros, DateTimeZone zone) => LocalDatePattern.Iso.Format(Instant.FromDateTimeOffset(Micros.ToInstant(micros)).InZone(zone).Date);

    /// <summary>The first instant after a day, microseconds; days of 23 and 25 hours included.</summary>
    public static long EndOf(string day, DateTimeZone zone) =>
        Micros.From(LocalDatePattern.Iso.Parse(day).Value.PlusDays(1).AtStartOfDayInZone(zone).ToInstant().ToDateTimeOffset());
}
