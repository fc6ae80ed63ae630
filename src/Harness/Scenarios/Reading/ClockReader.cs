using NodaTime;
using NodaTime.Text;
using SfMarketo.Harness.Scenarios.Language;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads the clock, and moments of the run written by it.</summary>
internal static class ClockReader
{
    private static readonly LocalDateTimePattern Start = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");
    private static readonly LocalTimePattern[] TimesOfDay = [LocalTimePattern.CreateWithInvariantCulture("HH:mm"), LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss")];

    public static ScenarioClock Clock(MapReader top)
    {
        var defaults = ScenarioClock.Default;
        if (top.Map("clock", ClockKeys.Shape) is not { } clock)
        {
            return defaults;
        }

        var zone = defaults.Zone;
        if (clock.Word("zone") is { } named)
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(named.Value) is { } known)
            {
                zone = known;
            }
            else
            {
                var meant = Closest.To(named.Value, DateTimeZoneProviders.Tzdb.Ids);
                clock.Problems.Add(ProblemCode.BadZone, named.Place, $"'{named.Value}' is no time zone",
                    meant is null ? "write an IANA name such as America/Chicago" : $"did you mean '{meant}'?");
            }
        }

        var start = defaults.Start;
        if (clock.Word("start") is { } written)
        {
            if (!Start.Parse(written.Value).TryGetValue(default, out start))
            {
                clock.Problems.Add(ProblemCode.BadTime, written.Place, $"start: '{written.Value}' is no date and time", "write \"2026-03-03T06:00:00\", the wall time in the zone");
                start = defaults.Start;
            }
            else if (zone.MapLocal(start).Count == 0)
            {
                clock.Problems.Add(ProblemCode.BadTime, written.Place, $"start: {zone.Id} has no {written.Value}", "the clocks go forward over it: take an hour later");
            }
        }

        return new ScenarioClock(start, zone);
    }

    /// <summary>A moment as time since the start: "t+10m", or a time of day in the zone (the first one at or after the start).</summary>
    public static TimeSpan? Moment(MapReader step, string key, ScenarioClock clock)
    {
        if (step.Word(key) is not { } written)
        {
            return null;
        }

        if (written.Value.StartsWith("t+", StringComparison.Ordinal))
        {
            if (DurationText.TryParse(written.Value[2..], out var offset))
            {
                return offset;
            }
        }
        else if (ParseTimeOfDay(written.Value) is { } time)
        {
            return Next(clock, time);
        }

        step.Problems.Add(ProblemCode.BadTime, written.Place, $"{key}: '{written.Value}' is no moment", "write \"t+10m\" (after the start) or a time of day such as \"15:20\"");
        return null;
    }

    /// <summary>A time of day, such as "15:20".</summary>
    public static LocalTime? TimeOfDay(ValueReader values, YamlNode node, string what)
    {
        if (values.Text(node, what) is not { } text)
        {
            return null;
        }

        if (ParseTimeOfDay(text) is { } time)
        {
            return time;
        }

        values.Problems.Add(ProblemCode.BadTime, node.Place, $"{what}: '{text}' is no time of day", "write one such as \"09:00\", in quotes");
        return null;
    }

    private static LocalTime? ParseTimeOfDay(string text)
    {
        foreach (var pattern in TimesOfDay)
        {
            if (pattern.Parse(text).TryGetValue(default, out var time))
            {
                return time;
            }
        }

        return null;
    }

    private static TimeSpan Next(ScenarioClock clock, LocalTime time)
    {
        var date = time < clock.Start.TimeOfDay ? clock.Start.Date.PlusDays(1) : clock.Start.Date;
        var moment = date.At(time).InZoneLeniently(clock.Zone).ToInstant().ToDateTimeOffset();
        return moment - clock.StartUtc;
    }
}
