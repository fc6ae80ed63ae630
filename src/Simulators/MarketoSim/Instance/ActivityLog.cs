using SfMarketo.Kernel.Recording;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>The activity log: appended in time order, never changed, so that a place in it is a position for ever.</summary>
internal sealed class ActivityLog
{
    private const int ChunkBits = 12;
    private const int ChunkSize = 1 << ChunkBits;

    /// <summary>Ids start here, not at 0, so that they are not mistaken for positions.</summary>
    private const long FirstId = 100_001;

    private readonly List<ActivityEntry[]> chunks;
    private bool ownsLast = true;

    public ActivityLog() => chunks = [];

    private ActivityLog(ActivityLog other)
    {
        chunks = [.. other.chunks];
        Count = other.Count;
        ownsLast = false;
    }

    public int Count { get; private set; }

    public ref readonly ActivityEntry this[int position] => ref chunks[position >> ChunkBits][position & (ChunkSize - 1)];

    /// <summary>The id that the wire shows, also as <c>marketoGUID</c>.</summary>
    public static long IdOf(int position) => FirstId + position;

    public void Append(in ActivityEntry entry)
    {
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

        chunks[^1][place] = entry;
        Count++;
    }

    /// <summary>The first position whose whole second is not before <paramref name="since"/> (microseconds).</summary>
    public int PositionOf(long since)
    {
        // Rows show whole seconds, so a row of 12:00:00.7 is one of 12:00:00.
        var second = Math.DivRem(since, Micros.PerSecond, out var rest) + (rest > 0 ? 1 : 0);
        var low = 0;
        var high = Count;
        while (low < high)
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

    public ActivityLog Fork()
    {
        ownsLast = false;
        return new ActivityLog(this);
    }
}
