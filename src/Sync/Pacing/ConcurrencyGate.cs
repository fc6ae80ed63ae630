namespace SfMarketo.Sync.Pacing;

/// <summary>
/// At most N calls that the server may be working on. A permit is held until the answer was read; when we gave up first, until the
/// server's own time-out has passed, because our giving up does not free the server's slot.
/// </summary>
public sealed class ConcurrencyGate
{
    private readonly TimeProvider _time;
    private readonly CoolingSlots _slots;

    public ConcurrencyGate(TimeProvider time, int permits)
    {
        _time = time;
        _slots = new CoolingSlots(permits);
    }

    public int Free => _slots.Free(_time.GetTimestamp());

    /// <summary>Calls whose end is not known yet to us, without those only the server may still be running.</summary>
    public int Held => _slots.Held;

    public int Capacity { get => _slots.Capacity; internal set => _slots.Capacity = value; }

    /// <summary>Takes a permit if more than <paramref name="leave"/> are free.</summary>
    public bool TryTake(int leave = 0)
    {
        if (_slots.Free(_time.GetTimestamp()) <= leave)
        {
            return false;
        }

        _slots.Take();
        return true;
    }

    public void Return(CallEnd end, TimeSpan serverTimeout)
    {
        var now = _time.GetTimestamp();
        _slots.Release(end == CallEnd.Unknown ? now + _time.Stamps(serverTimeout) : now, now);
    }

    internal long? NextFree(long now) => _slots.NextFree(now);

    internal void AssumeUsed(long freeAt) => _slots.AssumeUsed(Capacity, freeAt);
}
