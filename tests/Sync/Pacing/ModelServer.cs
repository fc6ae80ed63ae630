using SfMarketo.Sync.Pacing;

namespace SfMarketo.Tests.Sync.Pacing;

/// <summary>How one modelled call goes: times in ticks after the permit was granted.</summary>
internal readonly record struct ModelCall(Lane Lane, long Wanted, long Arrives, long Runs, long ResponseAfter, CallEnd End);

/// <summary>
/// A server as the proof sees it: each call arrives anywhere between send and response. It notes arrivals and executions; the worst
/// window and the greatest number at once are computed afterwards from the notes alone.
/// </summary>
internal sealed class ModelServer
{
    private readonly List<long> _arrivals = [];
    private readonly List<(long At, int Delta)> _edges = [];

    public int Calls => _arrivals.Count;

    public void Note(long arrival, long finished)
    {
        _arrivals.Add(arrival);
        _edges.Add((arrival, 1));
        _edges.Add((finished, -1));
    }

    /// <summary>The greatest number of arrivals in any half-open window [t, t + length).</summary>
    public int WorstWindow(long length)
    {
        _arrivals.Sort();
        var (worst, first) = (0, 0);
        for (var last = 0; last < _arrivals.Count; last++)
        {
            while (_arrivals[last] - _arrivals[first] >= length)
            {
                first++;
            }

            worst = Math.Max(worst, last - first + 1);
        }

        return worst;
    }

    public int MostAtOnce()
    {
        var (now, most) = (0, 0);
        foreach (var edge in _edges.OrderBy(edge => edge.At).ThenBy(edge => edge.Delta))
        {
            now += edge.Delta;
            most = Math.Max(most, now);
        }

        return most;
    }
}
