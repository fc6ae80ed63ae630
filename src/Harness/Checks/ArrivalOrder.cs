using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Puts journal lines, which come as calls end, back in the order in which calls arrived.</summary>
/// <remarks>A line waits until no call that arrived before it can still be running: no call lives longer than the horizon.</remarks>
internal sealed class ArrivalOrder(Action<CallEntry> next)
{
    /// <summary>The longest time-out of either vendor is ten minutes (bulk file downloads).</summary>
    public const long Horizon = 10 * 60 * Micros.PerSecond;

    private readonly PriorityQueue<CallEntry, (long At, long Call)> waiting = new();

    public void Add(in CallEntry entry)
    {
        waiting.Enqueue(entry, (entry.At, entry.Call));
        while (waiting.TryPeek(out _, out var first) && first.At < entry.DoneAt - Horizon)
        {
            next(waiting.Dequeue());
        }
    }

    public void Flush()
    {
        while (waiting.TryDequeue(out var entry, out _))
        {
            next(entry);
        }
    }
}
