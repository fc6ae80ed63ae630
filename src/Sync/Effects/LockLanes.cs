namespace SfMarketo.Sync.Effects;

/// <summary>How rows go on that Salesforce refuses because others hold a lock: a lane for each locked parent or row, one call at a time, never a dead letter (engine.md R25).</summary>
/// <remarks>
/// With each refusal fewer rows of the lane share a call, and after <see cref="SerialAfter"/> there is one. Pauses grow from half a second to a minute; the longer ones end at the same
/// instants for all lanes, so that what is locked for long shares its calls. The first row that is written ends its lane. Lanes are in memory: a restart finds out again who is
/// locked. Used by the state's writer only.
/// </remarks>
internal sealed class LockLanes
{
    /// <summary>Refusals after which a lane is serial: single rows, longer pauses.</summary>
    public const int SerialAfter = 6;

    private const double FirstPause = 0.5;
    private const double LongestShortPause = 8;
    private const double LongestPause = 60;

    private readonly Dictionary<string, Lane> lanes = new(StringComparer.Ordinal);

    /// <summary>True for what Salesforce's locks can keep out: writes. Reads pass, and Marketo's locks are its own.</summary>
    public static bool Concern(EffectKind kind) => kind is EffectKind.SalesforceCreate or EffectKind.SalesforceUpdate or EffectKind.SalesforceTask;

    /// <summary>True while anything is known to be locked.</summary>
    public bool Any => lanes.Count > 0;

    /// <summary>When a row may be tried next, microseconds: the slowest of its lanes tells. 0: it is in none.</summary>
    /// <param name="keys">The row's own key and its parents'.</param>
    public long Until(IReadOnlyList<string> keys)
    {
        var until = 0L;
        foreach (var key in keys)
        {
            until = lanes.TryGetValue(key, out var lane) ? Math.Max(until, lane.Until) : until;
        }

        return until;
    }

    /// <summary>True when a call has room for one more row with these keys.</summary>
    /// <param name="keys">The row's own key and its parents'.</param>
    /// <param name="inCall">The call's rows by key.</param>
    public bool HasRoom(IReadOnlyList<string> keys, Dictionary<string, int> inCall)
    {
        foreach (var key in keys)
        {
            if (lanes.TryGetValue(key, out var lane) && inCall.GetValueOrDefault(key) >= lane.Most)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A call with rows of this key was refused all of them.</summary>
    /// <param name="key">A parent's key, or a row's own.</param>
    /// <param name="count">Rows of this key in the call.</param>
    /// <param name="draw">From 0 to 1, the same for all lanes of a call, so that what was refused together stays together.</param>
    /// <param name="now">Microseconds.</param>
    /// <returns>True when the lane has become serial by it.</returns>
    public bool Refused(string key, int count, double draw, long now)
    {
        if (!lanes.TryGetValue(key, out var lane))
        {
            lanes.Add(key, lane = new Lane());
        }

        lane.Refusals++;
        lane.Most = lane.Refusals >= SerialAfter ? 1 : Math.Max(1, Math.Min(lane.Most, count / 2));
        lane.Until = lane.Refusals <= SerialAfter
            ? now + (long)(Math.Min(LongestShortPause, FirstPause * Math.Pow(2, lane.Refusals - 1)) * (0.5 + draw / 2) * 1e6)
            : NextSlot(now, Math.Min(LongestPause, LongestShortPause * Math.Pow(2, Math.Min(lane.Refusals - SerialAfter, 10))));
        return lane.Refusals == SerialAfter;
    }

    /// <summary>A row of this key was taken, or is wanted no more: the lock is gone.</summary>
    public void Passed(string key) => lanes.Remove(key);

    /// <summary>The first multiple of the pause that is at least half a pause away.</summary>
    private static long NextSlot(long now, double pause)
    {
        var slot = (long)(pause * 1e6);
        return ((now + slot / 2) / slot + 1) * slot;
    }

    private sealed class Lane
    {
        public int Refusals { get; set; }

        public int Most { get; set; } = int.MaxValue;

        public long Until { get; set; }
    }
}
