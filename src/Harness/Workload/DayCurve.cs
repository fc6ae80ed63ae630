using NodaTime;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Workload;

/// <summary>How an office's day is spread over its hours: next to nothing at night, peaks at ten and at two, a dip at noon.</summary>
internal static class DayCurve
{
    /// <summary>Relative rate at the start of each hour of the local day; between them it moves in a straight line.</summary>
    private static readonly double[] Hours = [1, 1, 1, 1, 1, 2, 4, 12, 40, 85, 100, 80, 50, 75, 95, 90, 70, 40, 18, 10, 7, 5, 3, 2];

    private static readonly double Sum = Hours.Sum();

    /// <summary>Events a second at the busiest moment.</summary>
    public static double Peak(double perDay) => perDay * Hours.Max() / Sum / 3600;

    /// <summary>Events a second at a moment of the run. A day of 24 hours gets <paramref name="perDay"/> events on average.</summary>
    public static double Rate(double perDay, ScenarioClock clock, TimeSpan offset)
    {
        var local = Instant.FromDateTimeOffset(clock.StartUtc + offset).InZone(clock.Zone).TimeOfDay;
        var hour = local.NanosecondOfDay / 3_600_000_000_000.0;
        var before = (int)hour;
        var share = hour - before;
        return perDay * (Hours[before] * (1 - share) + Hours[(before + 1) % 24] * share) / Sum / 3600;
    }
}
