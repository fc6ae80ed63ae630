namespace SfMarketo.Sync.Effects;

/// <summary>How rows go on that Salesforce refuses because others hold a lock: a lane for each locked parent or row, one call at a time, never a dead letter (engine.md R25).</summary>
/// <remarks>
/// A lane's calls get smaller with each refusal and after <see cref="SerialAfter"/> hold one record. Its pauses grow from half a second to a minute. The first record
/// that is written ends it. Lanes are in memory: a restart finds out again who is locked. Used by the state's writer only.
/// </remarks>
internal sealed class LockLanes(Func<double> jitter)
{
    /// <summary>Refusals after which a lane is serial: single records, longer pauses.</summary>
    public const int SerialAfter = 6;

    private const double FirstPause = 0.5;
    private const double LongestShortPause = 8;
    private const double LongestPause = 60;

    private readonly Dictionary<string, Lane> lanes = new(StringComparer.Ordinal);

    /// <summary>True while anything is known to be locked.</summary>
    public bool Any => lanes.Count > 0;

    /// <summary>When a row may be tried next, microseconds, and the most records of its call: those of the slowest lane that it is in.</summary>
    /// <param name="row">The row's own key.</param>
    /// <param name="groups">Its parents' keys.</param>
    public (long Until, int Most) Of(string row, IReadOnlyList<string> groups)
    {
        var (until, most) = lanes.TryGetValue(row, out var own) ? (own.Until, own.Most) : (0L, int.MaxValue);
        foreach (var group in groups)
        {
            if (lanes.TryGetValue(group, out var lane))
            {
                (until, most) = (Math.Max(until, lane.Until), Math.Min(most, lane.Most));
            }
        }

        return (until, most);
    }

    /// <summary>A call with rows of this key was refused all of them.</summary>
    /// <param name="key">A parent's key, or a row's own.</param>
    /// <param name="count">Records of the call.</param>
    /// <param name="now">Microseconds.</param>
    /// <returns>True when the lane has become serial by it.</returns>
    public bool Refused(string key, int count, long now)
    {
        if (!lanes.TryGetValue(key, out var lane))
        {
            lanes.Add(key, lane = new Lane());
        }

        lane.Refusals++;
        lane.Most = lane.Refusals >= SerialAfter ? 1 : Math.Max(1, Math.Min(lane.Most, count / 2));
        var pause = lane.Refusals <= SerialAfter
            ? Math.Min(LongestShortPause, FirstPause * Math.Pow(2, lane.Refusals - 1))
            : Math.Min(LongestPause, LongestShortPause * Math.Pow(2, Math.Min(lane.Refusals - SerialAfter, 10)));
        lane.Until = now + (long)(pause * (0.5 + jitter() / 2) * 1e6);
        return lane.Refusals == SerialAfter;
    }

    /// <summary>A row of this key was taken, or is wanted no more: the lock is gone.</summary>
    public void Passed(string key) => lanes.Remove(key);

    private sealed class Lane
    {
        public int Refusals { get; set; }

        public int Most { get; set; } = int.MaxValue;

        public long Until { get; set; }
    }
}
