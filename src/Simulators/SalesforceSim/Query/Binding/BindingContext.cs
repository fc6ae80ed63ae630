using NodaTime;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>What a statement is bound against.</summary>
/// <param name="Store">The org: its schema, and the rows that a semi-join reads.</param>
/// <param name="Options">Switches.</param>
/// <param name="Now">Microseconds since 1970 UTC, for date literals.</param>
/// <param name="Zone">The zone whose days date literals are.</param>
internal sealed record BindingContext(OrgStore Store, QueryOptions Options, long Now, DateTimeZone Zone)
{
    /// <summary>Set when the plan holds something that is true only now: a date literal's range, a semi-join's ids.</summary>
    public bool IsMomentary { get; set; }

    public DateOnly Today => Instant.FromUnixTimeTicks(Now * 10).InZone(Zone).Date.ToDateOnly();

    /// <summary>Start of a day in the zone, microseconds since 1970 UTC.</summary>
    public long StartOf(DateOnly day) => day == DateOnly.MaxValue ? long.MaxValue : day == DateOnly.MinValue ? long.MinValue : Zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToInstant().ToUnixTimeTicks() / 10;
}
