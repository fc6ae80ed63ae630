namespace SfMarketo.Sync.Pacing;

/// <summary>
/// A number of slots, each free, held by a call, or cooling until an instant. Both Marketo limits are this:
/// a window token cools for the length of the window after the response, a permit only when the end of its call is unknown.
/// </summary>
/// <remarks>Instants are stamps of the provider's monotonic clock. Not thread-safe: <see cref="CallBudget"/> guards it.</remarks>
internal sealed class CoolingSlots(int capacity)
{
    private readonly PriorityQueue<long, long> _cooling = new();
    private int _held;

    /// <summary>May be lowered and raised while slots are out; <see cref="Free"/> is then negative for a while.</summary>
    public int Capacity { get; set; } = capacity;

    public int Held => _held;

    public int InUse(long now)
    {
        // Only the clock frees a slot, never the fact that a timer fired: timers may fire early.
        while (_cooling.TryPeek(out var until, out _) && until <= now)
        {
            _cooling.Dequeue();
        }

        return _held + _cooling.Count;
    }

    public int Free(long now) => Capacity - InUse(now);

    public void Take() => _held++;

    /// <summary>Gives a held slot back, to be free from <paramref name="freeAt"/> on.</summary>
    public void Release(long freeAt, long now)
    {
        _held--;
        if (freeAt > now)
        {
            _cooling.Enqueue(freeAt, freeAt);
        }
    }

    /// <summary>Marks slots that an earlier life may have used.</summary>
    public void AssumeUsed(int slots, long freeAt)
    {
        for (var i = 0; i < slots; i++)
        {
            _cooling.Enqueue(freeAt, freeAt);
        }
    }

    /// <summary>When the next cooling slot becomes free; null when none is cooling.</summary>
    public long? NextFree(long now)
    {
        InUse(now);
        return _cooling.TryPeek(out var until, out _) ? until : null;
    }
}
