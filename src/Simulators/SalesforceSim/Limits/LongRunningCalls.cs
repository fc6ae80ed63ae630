using SfMarketo.Kernel.Recording;

namespace SfMarketo.SalesforceSim.Limits;

/// <summary>Calls that are running, to refuse new ones while too many have run for 20 s or longer. Short calls are not limited.</summary>
/// <remarks>Source: Salesforce, "API Request Limits and Allocations", concurrent API request limits.</remarks>
internal sealed class LongRunningCalls(int limit)
{
    private const long LongAfter = 20 * Micros.PerSecond;

    // In order of arrival, so that the long-running ones stand in front.
    private readonly List<(long Call, long At)> running = [];

    public int Limit { get; set; } = limit;

    /// <summary>Most calls that ran at once, of any length.</summary>
    public int Peak { get; private set; }

    /// <summary>Most calls of 20 s and longer that a new call met.</summary>
    public int LongRunningPeak { get; private set; }

    public int Running => running.Count;

    public bool TryEnter(long call, long now)
    {
        var long20 = CountLong(now);
        LongRunningPeak = Math.Max(LongRunningPeak, long20);
        if (long20 >= Limit)
        {
            return false;
        }

        running.Add((call, now));
        Peak = Math.Max(Peak, running.Count);
        return true;
    }

    public void Leave(long call)
    {
        for (var i = 0; i < running.Count; i++)
        {
            if (running[i].Call == call)
            {
                running.RemoveAt(i);
                return;
            }
        }
    }

    private int CountLong(long now)
    {
        var count = 0;
        while (count < running.Count && now - running[count].At >= LongAfter)
        {
            count++;
        }

        return count;
    }
}
