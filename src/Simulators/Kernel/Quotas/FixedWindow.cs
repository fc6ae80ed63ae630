namespace SfMarketo.Kernel.Quotas;

/// <summary>At most N calls in each span of the window's length, spans laid end to end from the epoch: a burst across a border may be twice N.</summary>
/// <remarks>The other reading of Marketo's "100 calls per 20 seconds" (sw:rate.window fixed); where its spans begin is unverified. Beside <see cref="CallWindow"/>, which reads it as any 20 seconds.</remarks>
public sealed class FixedWindow(int calls, TimeSpan length)
{
    private readonly long length = (long)length.TotalMicroseconds;
    private long span = long.MinValue;
    private int count;

    /// <summary>Counts a call that arrives at <paramref name="at"/> (microseconds), refused or not.</summary>
    public void Count(long at)
    {
        Turn(at);
        count++;
    }

    /// <summary>How long after <paramref name="at"/> (microseconds) the next place is free; zero when one is.</summary>
    public long FreeIn(long at)
    {
        Turn(at);
        return count < calls ? 0 : (span + 1) * length - at;
    }

    /// <summary>Calls in the span of <paramref name="at"/>.</summary>
    public int CountAt(long at)
    {
        Turn(at);
        return count;
    }

    private void Turn(long at)
    {
        var now = at / length;
        if (now != span)
        {
            (span, count) = (now, 0);
        }
    }
}
