using SfMarketo.Kernel.Recording;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>The activity log: appended in the order of writing, never changed, so that a place in it is a position for ever. That is time order while the vendor's clock is right.</summary>
internal sealed class ActivityLog
{
    private const int ChunkBits = 12;
    private const int ChunkSize = 1 << ChunkBits;

    /// <summary>Ids start here, not at 0, so that they are not mistaken for positions.</summary>
    private const long FirstId = 100_001;

    private readonly List<ActivityEntry[]> chunks;
    private readonly WriteConditions conditions;
    private readonly Dictionary<int, long> hidden;
    private bool ownsLast = true;
    private bool inOrder = true;

    public ActivityLog(WriteConditions conditions) => (this.conditions, chunks, hidden) = (conditions, [], []);

    private ActivityLog(ActivityLog other, WriteConditions conditions)
    {
        (this.conditions, inOrder) = (conditions, other.inOrder);
        chunks = [.. other.chunks];
        hidden = new Dictionary<int, long>(other.hidden);
        Count = other.Count;
        ownsLast = false;
    }

    public int Count { get; private set; }

    public ref readonly ActivityEntry this[int position] => ref chunks[position >> ChunkBits][position & (ChunkSize - 1)];

    /// <summary>The id that the wire shows, also as <c>marketoGUID</c>.</summary>
    public static long IdOf(int position) => FirstId + position;

    /// <summary>Appends an entry of the true time; it is stored with the time that the vendor's clock shows.</summary>
    public void Append(in ActivityEntry entry)
    {
        var shown = conditions.Shown(entry.At);
        inOrder &= Count == 0 || shown >= this[Count - 1].At;
        if (conditions.NextVisibleAt(entry.At) is { } visibleAt)
        {
            hidden.Add(Count, visibleAt);
        }

        var place = Count & (ChunkSize - 1);
        if (place == 0)
        {
            chunks.Add(new ActivityEntry[ChunkSize]);
            ownsLast = true;
        }
        else if (!ownsLast)
        {
            chunks[^1] = [.. chunks[^1]];
            ownsLast = true;
        }

        chunks[^1][place] = shown == entry.At ? entry : entry with { At = shown };
        Count++;
    }

    /// <summary>The feeds do not see the entry yet; later they see it in its place, behind what they have seen since.</summary>
    /// <param name="position">Its place.</param>
    /// <param name="now">The true time, microseconds.</param>
    public bool IsHidden(int position, long now)
    {
        if (hidden.Count == 0 || !hidden.TryGetValue(position, out var visibleAt))
        {
            return false;
        }

        if (visibleAt > now)
        {
            return true;
        }

        hidden.Remove(position);
        return false;
    }

    /// <summary>The first position whose whole second is not before <paramref name="since"/> (microseconds).</summary>
    public int PositionOf(long since)
    {
        // Rows show whole seconds, so a row of 12:00:00.7 is one of 12:00:00.
        var second = Math.DivRem(since, Micros.PerSecond, out var rest) + (rest > 0 ? 1 : 0);
        var low = 0;
        var high = Count;
        while (!inOrder && low < high && this[low].At / Micros.PerSecond < second)
        {
            low++;
        }

        while (inOrder && low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].At / Micros.PerSecond < second)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    public ActivityLog Fork(WriteConditions conditions)
    {
        ownsLast = false;
        return new ActivityLog(this, conditions);
    }
}
