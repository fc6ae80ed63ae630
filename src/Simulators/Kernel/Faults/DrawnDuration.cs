using System.Text.Json;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>A duration of a fault: the same each time, or drawn anew each time.</summary>
/// <param name="shape">What its two numbers mean.</param>
/// <param name="one">Constant, median, lower bound or mean.</param>
/// <param name="other">99th percentile or upper bound; not used by the others.</param>
public sealed class DrawnDuration(DurationShape shape, TimeSpan one, TimeSpan other = default)
{
    public static DrawnDuration Constant(TimeSpan duration) => new(DurationShape.Constant, duration);

    /// <summary>One duration, in whole microseconds.</summary>
    /// <param name="draws">Not asked for a constant.</param>
    public TimeSpan Next(Draws draws) => shape switch
    {
        DurationShape.Constant => one,
        DurationShape.LogNormal => new LatencyDistribution(one, other).Next(draws),
        DurationShape.Uniform => Whole(one + ((other - one) * draws.NextDouble())),
        _ => Whole(draws.NextExponential(one)),
    };

    /// <summary>As one member, in the words it is read from.</summary>
    public void Write(Utf8JsonWriter json, string name)
    {
        switch (shape)
        {
            case DurationShape.Constant:
                json.WriteString(name, DurationWords.Write(one));
                break;
            case DurationShape.LogNormal:
                json.WriteStartObject(name);
                json.WriteString("p50"u8, DurationWords.Write(one));
                json.WriteString("p99"u8, DurationWords.Write(other));
                json.WriteEndObject();
                break;
            case DurationShape.Uniform:
                json.WriteStartObject(name);
                json.WriteStartObject("uniform"u8);
                json.WriteString("from"u8, DurationWords.Write(one));
                json.WriteString("to"u8, DurationWords.Write(other));
                json.WriteEndObject();
                json.WriteEndObject();
                break;
            default:
                json.WriteStartObject(name);
                json.WriteStartObject("exponential"u8);
                json.WriteString("mean"u8, DurationWords.Write(one));
                json.WriteEndObject();
                json.WriteEndObject();
                break;
        }
    }

    private static TimeSpan Whole(TimeSpan duration) => TimeSpan.FromMicroseconds(Math.Round(duration.TotalMicroseconds));
}
