namespace SfMarketo.Sync.Pacing;

/// <summary>
/// At most N calls in any window of the server's clock. A token is taken before the request is written and is free again one window
/// after its <em>response</em> was read.
/// </summary>
/// <remarks>
/// Why this holds whatever the latency: the server sees a call at some instant a between send and response. A token used by call j is used by call k
/// only when send(k) >= response(j) + window, so a(k) >= send(k) >= response(j) + window >= a(j) + window. Of any N+1 calls two share a
/// token, so no half-open window of that length holds more than N arrivals. Anchored at the send, the same log lets latency squeeze calls together.
/// </remarks>
public sealed class CallWindow
{
    private readonly TimeProvider _time;
    private readonly CoolingSlots _slots;
    private readonly long _window;

    public CallWindow(TimeProvider time, int tokens, TimeSpan window)
    {
        _time = time;
        _slots = new CoolingSlots(tokens);
        _window = time.Stamps(window);
    }

    /// <summary>Tokens that may be taken now; negative after the capacity was lowered.</summary>
    public int Free => _slots.Free(_time.GetTimestamp());

    public int Capacity { get => _slots.Capacity; internal set => _slots.Capacity = value; }

    /// <summary>Takes a token if more than <paramref name="leave"/> are free. Read the clock, not the timer: one that fired early finds nothing here.</summary>
    public bool TryTake(int leave = 0)
    {
        if (_slots.Free(_time.GetTimestamp()) <= leave)
        {
            return false;
        }

        _slots.Take();
        return true;
    }

    /// <summary>Gives the token of a call back, from the instant at which it may be used again.</summary>
    /// <param name="end">How the call ended; an unknown end waits out the server's time-out first.</param>
    /// <param name="serverTimeout">How long the server itself may work on this endpoint.</param>
    public void Return(CallEnd end, TimeSpan serverTimeout)
    {
        var now = _time.GetTimestamp();
        _slots.Release(end switch
        {
            CallEnd.NotSent => now,
            CallEnd.ResponseRead => now + _window,
            _ => now + _time.Stamps(serverTimeout) + _window,
        }, now);
    }

    internal long? NextFree(long now) => _slots.NextFree(now);

    internal void AssumeUsed(long now) => _slots.AssumeUsed(Capacity, now + _window);
}
