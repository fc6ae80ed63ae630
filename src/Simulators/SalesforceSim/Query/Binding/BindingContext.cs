using NodaTime;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>What a statement is bound against.</summary>
/// <param name="Store">The org: its schema, and the rows that a semi-join reads.</param>
/// <param name="Options">Switches.</param>
/// <param name="Now">Microseconds since 1970 UTC, for date literals.</param>
/// <param name="Zone">The zone whose days date literals are.</param>
internal sealed record BindingContext(OrgStore Store, QueryOptions Options, long Now, DateTimeZone Zone)
{
    /// <summary>The calling user's zone, whatever date literals are days of.</summary>
    public DateTimeZone UserZone { get; init; } = Zone;

    /// <summary>Id of the calling user, for USING SCOPE mine.</summary>
    public string UserId { get; init; } = "";

    /// <summary>API version of the call: 59.</summary>
    public int Version { get; init; } = int.MaxValue;

    /// <summary>Oldest API version that has all of the statement.</summary>
    public int MinVersion { get; private set; }

    /// <summary>Refuses what the version of the call does not have yet.</summary>
    public void Require(int version, Func<SoqlException> refusal)
    {
        MinVersion = Math.Max(MinVersion, version);
        if (Version < version)
        {
            throw refusal();
        }
    }

    /// <summary>Set when the plan holds something that is true only now: a date literal's range, a semi-join's ids.</summary>
    public bool IsMomentary { get; set; }

    public DateOnly Today => Instant.FromUnixTimeTicks(Now * 10).InZone(Zone).Date.ToDateOnly();

    /// <summary>Start of a day in the zone, microseconds since 1970 UTC.</summary>
    public long StartOf(DateOnly day) => day == DateOnly.MaxValue ? long.MaxValue : day == DateOnly.MinValue ? long.MinValue : Zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToInstant().ToUnixTimeTicks() / 10;
}
