namespace SfMarketo.Kernel.Quotas;

/// <summary>At most N calls in any half-open span of the window's length, counted at arrival: exact, a ring of the last N arrivals.</summary>
/// <remarks>Source: Marketo REST API, "Rate limit of 100 calls per 20 seconds" (error 606).</remarks>
public sealed class CallWindow
{
    // Half of MinValue: subtracting it from any instant must not overflow.
    private const long Never = long.MinValue / 2;

    private readonly long[] ring;
    private readonly long length;
    private int head;
    private int live;

    public CallWindow(int calls, TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(calls);
        ring = new long[calls];
        Array.Fill(ring, Never);
        this.length = (long)length.TotalMicroseconds;
    }

    private CallWindow(CallWindow other)
    {
        ring = [.. other.ring];
        length = other.length;
        head = other.head;
        live = other.live;
        Peak = other.Peak;
    }

    /// <summary>Most calls that any window so far has held.</summary>
    public int Peak { get; private set; }

    /// <summary>Takes a place for a call that arrives at <paramref name="at"/> (microseconds); false when the window is full.</summary>
    public bool TryEnter(long at)
    {
        if (at - ring[head] < length)
        {
            return false;
        }

        Count(at);
        return true;
    }

    /// <summary>Counts a call that arrives at <paramref name="at"/> (microseconds) although it was refused: the oldest of the last N makes room.</summary>
    public void Count(long at)
    {
        ring[head] = at;
        head = (head + 1) % ring.Length;
        live = Math.Min(live + 1, ring.Length);
        while (at - ring[(head - live + ring.Length) % ring.Length] >= length)
        {
            live--;
        }

        Peak = Math.Max(Peak, live);
    }

    /// <summary>How long after <paramref name="at"/> (microseconds) the next place is free; zero when one is.</summary>
    public long FreeIn(long at) => Math.Max(0, ring[head] + length - at);

    /// <summary>Calls in the window that ends at <paramref name="at"/>.</summary>
    public int CountAt(long at)
    {
        var count = 0;
        foreach (var arrival in ring)
        {
            count += at - arrival < length ? 1 : 0;
        }

        return count;
    }

    public CallWindow Copy() => new(this);

    /// <summary>Counts the remembered arrivals in another window.</summary>
    public FixedWindow Refill(FixedWindow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var place = 0; place < ring.Length; place++)
        {
            if (ring[(head + place) % ring.Length] is var arrival && arrival != Never)
            {
                other.Count(arrival);
            }
        }

        return other;
    }

    /// <summary>A window of another size that remembers the arrivals of this one, as far as it has places.</summary>
    public CallWindow Resize(int calls, TimeSpan newLength)
    {
        var resized = new CallWindow(calls, newLength) { Peak = Peak };
        for (var place = 0; place < ring.Length; place++)
        {
            var arrival = ring[(head + place) % ring.Length];
            if (arrival != Never)
            {
                resized.Count(arrival);
            }
        }

        return resized;
    }
}
