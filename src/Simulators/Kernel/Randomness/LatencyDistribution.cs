namespace SfMarketo.Kernel.Randomness;

/// <summary>A log-normal distribution of durations given by its median and 99th percentile, the shape of measured API latency.</summary>
/// <param name="Median">Half of the draws are at or below. Zero means: always zero.</param>
/// <param name="P99">99 of 100 draws are at or below. Equal to the median means: constant.</param>
public readonly record struct LatencyDistribution(TimeSpan Median, TimeSpan P99)
{
    private const double Z99 = 2.3263478740408408;

    public static LatencyDistribution None => default;

    public static LatencyDistribution Constant(TimeSpan duration) => new(duration, duration);

    public bool IsNone => Median <= TimeSpan.Zero;

    /// <summary>One duration in whole microseconds, so that records and clock agree to the last digit.</summary>
    public TimeSpan Next(Draws draws)
    {
        if (IsNone)
        {
            return TimeSpan.Zero;
        }

        if (P99 <= Median)
        {
            return Median;
        }

        var sigma = Math.Log(P99 / Median) / Z99;
        return TimeSpan.FromMicroseconds(Math.Round(Median.TotalMicroseconds * Math.Exp(sigma * draws.NextNormal())));
    }
}
