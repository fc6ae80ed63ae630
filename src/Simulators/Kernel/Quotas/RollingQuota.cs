namespace SfMarketo.Kernel.Quotas;

/// <summary>At most N calls in the last 24 hours, in slots of one minute: room comes back as old calls leave, there is no midnight.</summary>
/// <remarks>Source: Salesforce, "API Request Limits and Allocations" (REQUEST_LIMIT_EXCEEDED, TotalRequests).</remarks>
public sealed class RollingQuota(int limit)
{
    private const long SlotLength = 60 * 1_000_000L;
    private const int Slots = 24 * 60;

    private readonly int[] slots = new int[Slots];
    private long newest = long.MinValue;

    public int Limit { get; set; } = limit;

    public int Used { get; private set; }

    /// <summary>Counts a call at <paramref name="at"/> (microseconds); false when the limit, and so many calls above it as are let pass, is met.</summary>
    public bool TryTake(long at, int above = 0)
    {
        Turn(at);
        if (Used >= Limit + above)
        {
            return false;
        }

        Add(1);
        return true;
    }

    /// <summary>Spends calls without making them: a scenario's head start, or a neighbour.</summary>
    public void Spend(long at, int calls)
    {
        Turn(at);
        Add(calls);
    }

    /// <summary>Lets calls older than 24 hours go.</summary>
    public void Turn(long at)
    {
        var slot = at / SlotLength;
        if (newest == long.MinValue || slot - newest >= Slots)
        {
            Array.Clear(slots);
            Used = 0;
            newest = slot;
            return;
        }

        while (newest < slot)
        {
            newest++;
            ref var oldest = ref slots[newest % Slots];
            Used -= oldest;
            oldest = 0;
        }
    }

    /// <summary>How long after <paramref name="at"/> (microseconds) the next call is let in: zero when one is.</summary>
    public long FreeIn(long at)
    {
        Turn(at);
        var left = Used;
        for (var slot = newest - Slots + 1; slot <= newest; slot++)
        {
            if (left < Limit)
            {
                return Math.Max(0, (slot + Slots - 1) * SlotLength - at);
            }

            left -= slots[(slot % Slots + Slots) % Slots];
        }

        return (newest + Slots) * SlotLength - at;
    }

    public RollingQuota Copy()
    {
        var copy = new RollingQuota(Limit) { newest = newest, Used = Used };
        slots.CopyTo(copy.slots, 0);
        return copy;
    }

    private void Add(int calls)
    {
        slots[newest % Slots] += calls;
        Used += calls;
    }
}
