namespace SfMarketo.Harness.Metrics;

/// <summary>Percentiles by nearest rank: always a time that was measured.</summary>
internal static class Percentile
{
    public static long[] Sort(IReadOnlyList<LagSample> samples)
    {
        var sorted = new long[samples.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = samples[i].Took;
        }

        Array.Sort(sorted);
        return sorted;
    }

    /// <param name="sorted">Ascending, not empty.</param>
    /// <param name="percent">Above 0; 100 is the greatest.</param>
    public static TimeSpan Of(long[] sorted, double percent) =>
        TimeSpan.FromMicroseconds(sorted[Math.Max(0, (int)Math.Ceiling(percent * sorted.Length / 100) - 1)]);
}
