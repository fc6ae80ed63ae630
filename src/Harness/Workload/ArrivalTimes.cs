using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.Workload;

/// <summary>The moments at which a load's events are due: a Poisson process whose rate follows the shape.</summary>
/// <remarks>An open model: an event is due whether or not the one before had an effect. Whole microseconds, as all records have.</remarks>
public static class ArrivalTimes
{
    /// <summary>Offsets from the start of the run, in order. Lazy: a draw is made when its moment is asked for.</summary>
    public static IEnumerable<TimeSpan> Of(IReadOnlyList<LoadSegment> shape, ScenarioClock clock, Draws draws)
    {
        var start = TimeSpan.Zero;
        foreach (var segment in shape)
        {
            foreach (var moment in Segment(segment, start, clock, draws))
            {
                yield return moment;
            }

            start += segment.For;
        }
    }

    private static IEnumerable<TimeSpan> Segment(LoadSegment segment, TimeSpan start, ScenarioClock clock, Draws draws) => segment switch
    {
        LoadSegment.Inject steady => Thinned(start, steady.For, steady.Rate, _ => steady.Rate, draws),
        LoadSegment.RampingInject ramp => Thinned(start, ramp.For, Math.Max(ramp.From, ramp.To), offset => ramp.From + (ramp.To - ramp.From) * ((offset - start) / ramp.For), draws),
        LoadSegment.InjectRandom random => EachMinute(random, start, draws),
        LoadSegment.KeepConstant constant => KeptConstant(constant, start, draws),
        LoadSegment.DayCurve day => Thinned(start, day.For, DayCurve.Peak(day.PerDay), offset => DayCurve.Rate(day.PerDay, clock, offset), draws),
        _ => [],
    };

    private static IEnumerable<TimeSpan> EachMinute(LoadSegment.InjectRandom random, TimeSpan start, Draws draws)
    {
        var minute = TimeSpan.FromMinutes(1);
        for (var passed = TimeSpan.Zero; passed < random.For; passed += minute)
        {
            var rate = random.Low + (random.High - random.Low) * draws.NextDouble();
            var length = random.For - passed < minute ? random.For - passed : minute;
            foreach (var moment in Thinned(start + passed, length, rate, _ => rate, draws))
            {
                yield return moment;
            }
        }
    }

    /// <summary>Draws at the highest rate and keeps each moment with the probability that its own rate has of it.</summary>
    private static IEnumerable<TimeSpan> Thinned(TimeSpan start, TimeSpan length, double highest, Func<TimeSpan, double> rateAt, Draws draws)
    {
        if (highest <= 0)
        {
            yield break;
        }

        var mean = TimeSpan.FromSeconds(1 / highest);
        var end = start + length;
        for (var moment = start + draws.NextExponential(mean); moment < end; moment += draws.NextExponential(mean))
        {
            if (draws.NextDouble() * highest < rateAt(moment))
            {
                yield return TimeSpan.FromTicks(moment.Ticks - moment.Ticks % TimeSpan.TicksPerMicrosecond);
            }
        }
    }

    /// <summary>Each person's moments in one line. The first comes after a pause too, as if they had been at work before.</summary>
    private static IEnumerable<TimeSpan> KeptConstant(LoadSegment.KeepConstant constant, TimeSpan start, Draws draws)
    {
        var end = start + constant.For;
        var next = new PriorityQueue<int, (TimeSpan At, int Person)>();
        for (var person = 0; person < constant.People; person++)
        {
            next.Enqueue(person, (start + draws.NextExponential(constant.Every), person));
        }

        while (next.TryDequeue(out var person, out var due) && due.At < end)
        {
            yield return TimeSpan.FromTicks(due.At.Ticks - due.At.Ticks % TimeSpan.TicksPerMicrosecond);
            next.Enqueue(person, (due.At + draws.NextExponential(constant.Every), person));
        }
    }
}
