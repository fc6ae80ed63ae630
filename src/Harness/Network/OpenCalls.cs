namespace SfMarketo.Harness.Network;

/// <summary>The calls of one life whose outcome it may not have written down yet: those under way, and those answered at this very instant.</summary>
internal sealed class OpenCalls(TimeProvider time)
{
    private readonly List<(long Sent, long? Ended)> calls = [];
    private long now;

    /// <summary>When the oldest of them was sent; null when there is none. Instants in <see cref="TimeProvider.GetUtcNow"/> ticks.</summary>
    public long? OldestSent
    {
        get
        {
            Forget();
            return calls.Count == 0 ? null : calls.Min(call => call.Sent);
        }
    }

    public long Begin()
    {
        Forget();
        calls.Add((now, null));
        return now;
    }

    public void End(long sent)
    {
        Forget();
        calls[calls.FindIndex(call => call.Sent == sent && call.Ended is null)] = (sent, now);
    }

    private void Forget()
    {
        now = time.GetUtcNow().UtcTicks;
        calls.RemoveAll(call => call.Ended < now);
    }
}
