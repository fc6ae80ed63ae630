using HdrHistogram;

namespace SfMarketo.Tests.Load.Injection;

/// <summary>A distribution of durations; exact to three digits.</summary>
internal readonly record struct Percentiles(TimeSpan P50, TimeSpan P95, TimeSpan P99, TimeSpan Max)
{
    public static Percentiles Of(LongHistogram histogram) =>
        histogram.TotalCount == 0 ? default : new(At(histogram, 50), At(histogram, 95), At(histogram, 99), At(histogram, 100));

    private static TimeSpan At(LongHistogram histogram, double percentile) => TimeSpan.FromMicroseconds(histogram.GetValueAtPercentile(percentile));
}
