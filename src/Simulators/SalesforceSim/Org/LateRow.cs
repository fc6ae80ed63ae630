namespace SfMarketo.SalesforceSim.Org;

/// <summary>One row with versions that queries do not see yet.</summary>
/// <param name="visible">The version that they see; null for none.</param>
internal sealed class LateRow(SRow? visible)
{
    private readonly Queue<(SRow Row, long VisibleAt)> waiting = new();
    private long last;

    public SRow? Visible { get; private set; } = visible;

    /// <summary>SystemModstamp of the first version that waits.</summary>
    public long NextStamp => waiting.Peek().Row.Stamp;

    public void Add(SRow row, long visibleAt)
    {
        last = Math.Max(last, visibleAt);
        waiting.Enqueue((row, last));
    }

    /// <summary>True when the latest version is visible.</summary>
    public bool Turn(long now)
    {
        while (waiting.TryPeek(out var next) && next.VisibleAt <= now)
        {
            Visible = waiting.Dequeue().Row;
        }

        return waiting.Count == 0;
    }

    public LateRow Copy()
    {
        var copy = new LateRow(Visible) { last = last };
        foreach (var entry in waiting)
        {
            copy.waiting.Enqueue(entry);
        }

        return copy;
    }
}
