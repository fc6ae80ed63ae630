using SfMarketo.Harness.Scenarios.Reading;

namespace SfMarketo.Harness.Scenarios.Composing;

/// <summary>Makes a scenario larger or smaller: the one place where <c>scale</c> is multiplied with counts of the org and rates of the load.</summary>
/// <remarks>Records, timeline, limits, thresholds and expectations stay as they are.</remarks>
internal static class Scaling
{
    private const double Most = 100;

    /// <summary>The factor: 5% is 0.05; 1 when there is none.</summary>
    public static double Read(MapReader top)
    {
        if (top.Word("scale") is not { } written)
        {
            return 1;
        }

        if (written.Value.EndsWith('%') && DurationText.TryNumber(written.Value[..^1].TrimEnd(), out var percent) && percent > 0 && percent <= Most * 100)
        {
            return percent / 100;
        }

        top.Problems.Add(ProblemCode.BadShare, written.Place, $"scale: '{written.Value}' is no scale", "write a percentage above 0% and up to 10000%, such as 5%");
        return 1;
    }

    /// <summary>The same story with counts and rates multiplied; nothing that was there vanishes.</summary>
    public static Scenario Of(Scenario scenario)
    {
        var factor = scenario.Scale;
        return factor == 1 ? scenario : scenario with
        {
            Org = scenario.Org with
            {
                People = Count(scenario.Org.People, factor),
                Accounts = Count(scenario.Org.Accounts, factor),
                MarketoOnly = Count(scenario.Org.MarketoOnly, factor),
                Opportunities = Count(scenario.Org.Opportunities, factor),
            },
            Load = [.. scenario.Load.Select(line => line with { Shape = [.. line.Shape.Select(segment => Segment(segment, factor))] })],
        };
    }

    private static LoadSegment Segment(LoadSegment segment, double factor) => segment switch
    {
        LoadSegment.Inject one => one with { Rate = one.Rate * factor },
        LoadSegment.RampingInject one => one with { From = one.From * factor, To = one.To * factor },
        LoadSegment.InjectRandom one => one with { Low = one.Low * factor, High = one.High * factor },
        LoadSegment.DayCurve one => one with { PerDay = one.PerDay * factor },
        LoadSegment.KeepConstant one => one with { People = Count(one.People, factor) },
        _ => segment,
    };

    private static int Count(int count, double factor) => count == 0 ? 0 : (int)Math.Clamp(Math.Round(count * factor, MidpointRounding.AwayFromZero), 1, int.MaxValue);
}
