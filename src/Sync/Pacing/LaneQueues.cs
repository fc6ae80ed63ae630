namespace SfMarketo.Sync.Pacing;

/// <summary>The waiting calls, first by lane and then by arrival, and when each lane was last served.</summary>
internal sealed class LaneQueues(long starvedAfter)
{
    private const int Lanes = 8;

    private readonly LinkedList<CallWaiter>[] _queues = [.. Enumerable.Range(0, Lanes).Select(_ => new LinkedList<CallWaiter>())];
    private readonly long[] _served = new long[Lanes];

    public int Count { get; private set; }

    public int CountOf(Lane lane) => _queues[(int)lane].Count;

    public LinkedListNode<CallWaiter> Add(CallWaiter waiter)
    {
        Count++;
        return _queues[(int)waiter.Lane].AddLast(waiter);
    }

    /// <summary>False when the waiter was served or removed before.</summary>
    public bool Remove(LinkedListNode<CallWaiter> node)
    {
        if (node.List is null)
        {
            return false;
        }

        node.List.Remove(node);
        Count--;
        return true;
    }

    public LinkedListNode<CallWaiter>? Head(Lane lane) => _queues[(int)lane].First;

    public void Served(Lane lane, long now) => _served[(int)lane] = now;

    /// <summary>Nobody has waited yet: after a closed quota the lanes drain in their order, not by how long they were shut out.</summary>
    public void Restart(long now) => Array.Fill(_served, now);

    /// <summary>The lane that has waited longest past the limit, if any.</summary>
    public Lane? Starved(long now, Func<Lane, bool> admitted)
    {
        Lane? starved = null;
        var oldest = now - starvedAfter;
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (WaitingSince(lane) is { } since && (since < oldest || (since == oldest && starved is null)) && admitted((Lane)lane))
            {
                (starved, oldest) = ((Lane)lane, since);
            }
        }

        return starved;
    }

    /// <summary>The next instant at which a lane that waits becomes starved.</summary>
    public long? NextStarved(long now)
    {
        long? next = null;
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (WaitingSince(lane) + starvedAfter is { } at && at > now && at < (next ?? long.MaxValue))
            {
                next = at;
            }
        }

        return next;
    }

    private long? WaitingSince(int lane) => _queues[lane].First is { } head ? Math.Max(head.Value.Arrival, _served[lane]) : null;
}
