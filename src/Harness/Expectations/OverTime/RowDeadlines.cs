namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>Each row may be wrong for so long and no longer, each time anew.</summary>
/// <param name="within">Microseconds.</param>
internal sealed class RowDeadlines(long within)
{
    private readonly Dictionary<string, long> wrongSince = [];
    private readonly Dictionary<string, long> righted = [];
    private readonly Queue<(long Due, string Key)> due = new();
    private long instant;

    /// <summary>Rows that were wrong for too long, in the order of time.</summary>
    public List<(long Due, Witness Witness)> Late { get; } = [];

    /// <summary>Microseconds since 1970 UTC at which the next row is late.</summary>
    public long NextDue => due.TryPeek(out var next) ? next.Due : long.MaxValue;

    public void Wrong(string key, long now)
    {
        // Right for a moment between two writes of one instant is not right.
        if (now == instant && righted.Remove(key, out var since))
        {
            wrongSince[key] = since;
            return;
        }

        wrongSince[key] = now;
        due.Enqueue((now + within, key));
    }

    public void Right(string key, long now)
    {
        if (now != instant)
        {
            instant = now;
            righted.Clear();
        }

        if (wrongSince.Remove(key, out var since))
        {
            righted[key] = since;
        }
    }

    /// <summary>The rows stay as they are from now until <paramref name="next"/>: who is late in between?</summary>
    public void Pass(long next, Func<string, Witness> witness)
    {
        while (due.TryPeek(out var first) && first.Due < next)
        {
            due.Dequeue();
            if (wrongSince.TryGetValue(first.Key, out var since) && since + within == first.Due)
            {
                Late.Add((first.Due, witness(first.Key)));
            }
        }
    }
}
