namespace SfMarketo.Harness.Workload;

/// <summary>Remembers who touched which record of late, so that loads do not pick one that the other side is busy with.</summary>
/// <remarks>Conflicts are written down in a timeline, where an expectation can name the outcome; a load keeps clear of them.</remarks>
internal sealed class RecentTouches(TimeProvider time)
{
    private const int PruneAt = 8_192;

    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, DateTimeOffset> salesforce = [];
    private readonly Dictionary<string, DateTimeOffset> marketo = [];

    public void Mark(Side side, params ReadOnlySpan<string?> ids)
    {
        foreach (var id in ids)
        {
            if (id is null)
            {
                continue;
            }

            if (side.HasFlag(Side.Salesforce))
            {
                Put(salesforce, id);
            }

            if (side.HasFlag(Side.Marketo))
            {
                Put(marketo, id);
            }
        }
    }

    /// <summary>Whether one of the ids was touched at this side within the last minutes.</summary>
    public bool Busy(Side side, params ReadOnlySpan<string?> ids)
    {
        foreach (var id in ids)
        {
            if (id is not null && ((side.HasFlag(Side.Salesforce) && IsRecent(salesforce, id)) || (side.HasFlag(Side.Marketo) && IsRecent(marketo, id))))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsRecent(Dictionary<string, DateTimeOffset> touches, string id) =>
        touches.TryGetValue(id, out var at) && time.GetUtcNow() - at < Recent;

    private void Put(Dictionary<string, DateTimeOffset> touches, string id)
    {
        touches[id] = time.GetUtcNow();
        if (touches.Count < PruneAt)
        {
            return;
        }

        foreach (var (old, at) in touches)
        {
            if (time.GetUtcNow() - at >= Recent)
            {
                touches.Remove(old);
            }
        }
    }
}
