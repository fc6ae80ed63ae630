using System.Globalization;
using SfMarketo.Harness.Scenarios.Reading;
using SfMarketo.Harness.Workload;

namespace SfMarketo.Harness.Scenarios.Showing;

/// <summary>Says a load in words, and how many events are to be expected of it.</summary>
internal static class LoadWords
{
    /// <summary>Shorter than the day curve's hours by far.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    public static string Of(LoadLine line, ScenarioClock clock) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.Name}: {BusinessEventWords.Of(line.Does).Words}, {string.Join(", then ", line.Shape.Select(Words))}; about {Expected(line, clock):N0} events");

    /// <summary>The mean of the number of events in the whole run.</summary>
    public static double Expected(LoadLine line, ScenarioClock clock)
    {
        var (sum, start) = (0.0, TimeSpan.Zero);
        foreach (var segment in line.Shape)
        {
            sum += Expected(segment, start, clock);
            start += segment.For;
        }

        return sum;
    }

    private static double Expected(LoadSegment segment, TimeSpan start, ScenarioClock clock) => segment switch
    {
        LoadSegment.Inject steady => steady.Rate * steady.For.TotalSeconds,
        LoadSegment.RampingInject ramp => (ramp.From + ramp.To) / 2 * ramp.For.TotalSeconds,
        LoadSegment.InjectRandom random => (random.Low + random.High) / 2 * random.For.TotalSeconds,
        LoadSegment.DayCurve day => Curve(day, start, clock),
        LoadSegment.KeepConstant people => people.People * (people.For / people.Every),
        _ => 0,
    };

    private static double Curve(LoadSegment.DayCurve day, TimeSpan start, ScenarioClock clock)
    {
        var sum = 0.0;
        for (var offset = TimeSpan.Zero; offset < day.For; offset += Step)
        {
            var length = day.For - offset < Step ? day.For - offset : Step;
            sum += DayCurve.Rate(day.PerDay, clock, start + offset + length / 2) * length.TotalSeconds;
        }

        return sum;
    }

    private static string Words(LoadSegment segment) => segment switch
    {
        LoadSegment.Inject one => $"{Rate(one.Rate)} for {DurationText.Write(one.For)}",
        LoadSegment.RampingInject one => $"from {Rate(one.From)} to {Rate(one.To)} over {DurationText.Write(one.For)}",
        LoadSegment.InjectRandom one => $"between {Rate(one.Low)} and {Rate(one.High)} for {DurationText.Write(one.For)}",
        LoadSegment.DayCurve one => string.Create(CultureInfo.InvariantCulture, $"{one.PerDay:0.##} a day by an office's hours for {DurationText.Write(one.For)}"),
        LoadSegment.KeepConstant one => string.Create(CultureInfo.InvariantCulture, $"{one.People} people at work, each every {DurationText.Write(one.Every)}, for {DurationText.Write(one.For)}"),
        _ => $"nothing for {DurationText.Write(segment.For)}",
    };

    /// <summary>In the largest unit in which it is at least one.</summary>
    private static string Rate(double perSecond)
    {
        var (number, unit) = perSecond >= 1 ? (perSecond, "a second") : perSecond * 60 >= 1 ? (perSecond * 60, "a minute") : perSecond * 3600 >= 1 ? (perSecond * 3600, "an hour") : (perSecond * 86_400, "a day");
        return string.Create(CultureInfo.InvariantCulture, $"{number:0.##} {unit}");
    }
}
