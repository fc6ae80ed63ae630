namespace SfMarketo.Kernel.Randomness;

/// <summary>A distribution of durations; by default log-normal by its median and 99th percentile, the shape of measured API latency.</summary>
/// <param name="Median">Half of the draws are at or below. Zero means: always zero.</param>
/// <param name="P99">99 of 100 draws are at or below. Equal to the median means: constant.</param>
public readonly record struct LatencyDistribution(TimeSpan Median, TimeSpan P99)
{
    private const double Z99 = 2.3263478740408408;

    public static LatencyDistribution None => default;

    public LatencyForm Form { get; private init; }

    /// <summary>Of a uniform form: the shortest.</summary>
    public TimeSpan From { get; private init; }

    /// <summary>Of a uniform form: the longest.</summary>
    public TimeSpan To { get; private init; }

    /// <summary>Of an exponential form.</summary>
    public TimeSpan Mean { get; private init; }

    public bool IsNone => Median <= TimeSpan.Zero;

    public static LatencyDistribution Constant(TimeSpan duration) => new(duration, duration);

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is below <paramref name="from"/>.</exception>
    public static LatencyDistribution Uniform(TimeSpan from, TimeSpan to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return new LatencyDistribution(from + (to - from) / 2, from + (to - from) * 0.99) { Form = LatencyForm.Uniform, From = from, To = to };
    }

    public static LatencyDistribution Exponential(TimeSpan mean) =>
        new(mean * Math.Log(2), mean * Math.Log(100)) { Form = LatencyForm.Exponential, Mean = mean };

    /// <summary>One duration in whole microseconds, so that records and clock agree to the last digit.</summary>
    public TimeSpan Next(Draws draws)
    {
        if (IsNone)
        {
            return TimeSpan.Zero;
        }

        return Form switch
        {
            LatencyForm.Uniform => Whole(From + (To - From) * draws.NextDouble()),
            LatencyForm.Exponential => Whole(draws.NextExponential(Mean)),
            _ => P99 <= Median ? Median : Whole(Median * Math.Exp(Math.Log(P99 / Median) / Z99 * draws.NextNormal())),
        };
    }

    private static TimeSpan Whole(TimeSpan duration) => TimeSpan.FromMicroseconds(Math.Round(duration.TotalMicroseconds));
}
