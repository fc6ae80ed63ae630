using NodaTime;
using NodaTime.Text;
using SfMarketo.Harness.Scenarios.Reading;

namespace SfMarketo.Harness.Scenarios;

/// <summary>A part of the run: from one moment to another, or the same hours of each day.</summary>
/// <param name="From">Since the start of the run; null: from its start.</param>
/// <param name="To">Since the start of the run, not in the span itself; null: to its end.</param>
/// <param name="Daily">Hours of each day in the scenario's zone; null: all.</param>
public sealed record ThresholdSpan(TimeSpan? From, TimeSpan? To, DailyHours? Daily)
{
    /// <summary>Whether a moment lies in it.</summary>
    public bool Has(ScenarioClock clock, DateTimeOffset moment)
    {
        var since = moment - clock.StartUtc;
        return since >= (From ?? TimeSpan.MinValue) && since < (To ?? TimeSpan.MaxValue) && Daily?.Has(clock.Zone, moment) != false;
    }

    public override string ToString()
    {
        List<string> parts = [];
        if (From is { } from)
        {
            parts.Add($"from t+{DurationText.Write(from)}");
        }

        if (To is { } to)
        {
            parts.Add($"to t+{DurationText.Write(to)}");
        }

        if (Daily is not null)
        {
            parts.Add(Daily.ToString());
        }

        return string.Join(' ', parts);
    }
}

/// <summary>From one time of day to another; over midnight when the second is the earlier one.</summary>
/// <param name="First">In it.</param>
/// <param name="Last">No longer in it.</param>
public sealed record DailyHours(LocalTime First, LocalTime Last)
{
    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public bool Has(DateTimeZone zone, DateTimeOffset moment)
    {
        var time = Instant.FromDateTimeOffset(moment).InZone(zone).TimeOfDay;
        return First < Last ? time >= First && time < Last : time >= First || time < Last;
    }

    public override string ToString() => $"between {Written.Format(First)} and {Written.Format(Last)}";
}
