using HdrHistogram;

namespace SfMarketo.Tests.Load.Injection;

/// <summary>Counts what became of the copies.</summary>
internal sealed class LoadTally
{
    // Microseconds, up to ten hours, three digits: about 200 kB each.
    private const long Longest = 36_000_000_000;

    private readonly Lock gate = new();
    private readonly LongHistogram latency = new(1, Longest, 3);
    private readonly LongHistogram service = new(1, Longest, 3);
    private readonly SortedDictionary<string, long> codes = new(StringComparer.Ordinal);
    private long due;
    private long missed;
    private long failed;
    private long bytes;

    public void Due()
    {
        lock (gate)
        {
            due++;
        }
    }

    public void Miss()
    {
        lock (gate)
        {
            missed++;
        }
    }

    public void End(in LoadAnswer answer, TimeSpan sinceDue, TimeSpan sinceStart)
    {
        lock (gate)
        {
            Record(latency, sinceDue);
            Record(service, sinceStart);
            codes[answer.StatusCode] = codes.GetValueOrDefault(answer.StatusCode) + 1;
            failed += answer.IsError ? 1 : 0;
            bytes += answer.SizeBytes;
        }
    }

    public LoadReport Report(string name, IReadOnlyList<string> shape, TimeSpan elapsed)
    {
        lock (gate)
        {
            return new LoadReport
            {
                Name = name,
                Shape = shape,
                Elapsed = elapsed,
                Due = due,
                Missed = missed,
                Ended = latency.TotalCount,
                Failed = failed,
                Bytes = bytes,
                Codes = [.. codes.Select(pair => (pair.Key, pair.Value))],
                Latency = Percentiles.Of(latency),
                Service = Percentiles.Of(service),
            };
        }
    }

    private static void Record(LongHistogram histogram, TimeSpan span) => histogram.RecordValue(Math.Clamp((long)span.TotalMicroseconds, 0, Longest));
}
