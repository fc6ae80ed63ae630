using System.Diagnostics;
using SfMarketo.Tests.Simulators.Fuzz;

namespace SfMarketo.Bench;

/// <summary>Random requests against both simulators, two of three at Marketo; each round has a seed of its own and begins with a new instance.</summary>
internal static class FuzzFigure
{
    private const int Round = 5000;

    /// <summary>Requests in all; <c>fuzz=N</c> sets it.</summary>
    public static int Requests { get; set; } = 1_000_000;

    public static async Task RunAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var (answered, succeeded) = (0, 0);
        var failures = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var seed = 1; answered < Requests; seed++)
        {
            var round = seed % 3 == 0 ? await FuzzedSalesforce.RunAsync(seed, Round) : await FuzzedMarketo.RunAsync(seed, Round);
            answered += round.Answered;
            succeeded += round.Succeeded;
            foreach (var (kind, failure) in round.Failures)
            {
                if (failures.TryAdd(kind, failure))
                {
                    Measurement.Say($"  seed {seed}: {failure}");
                }
            }
        }

        Measurement.Say($"  {answered:N0} requests, {succeeded:N0} of them done, {failures.Count} kinds of failures, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s; goal no failure");
    }
}
