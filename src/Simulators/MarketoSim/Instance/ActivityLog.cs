using SfMarketo.Kernel.Recording;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>The activity log: appended in the order of writing, never changed, so that a place in it is a position for ever. That is time order but for a wrong clock and for custom activities, which bring their own dates.</summary>
internal sealed class ActivityLog
{
    /// <summary>Ids start here, not at 0, so that they are not mistaken for positions.</summary>
    private const long FirstId = 100_001;

    private readonly List<ActivityChunk> chunks;
    private readonly WriteConditions conditions;
    private readonly ActivityTexts texts;
    private readonly Dictionary<int, long> hidden;
    private readonly Dictionary<int, long> ahead;
    private bool ownsLast = true;

    public ActivityLog(WriteConditions conditions) => (this.conditions, chunks, texts, hidden, ahead) = (conditions, [], new ActivityTexts(), [], []);

    private ActivityLog(ActivityLog other, WriteConditions conditions)
    {
        this.conditions = conditions;
        chunks = [.. other.chunks];
        texts = other.texts.Fork();
        hidden = new Dictionary<int, long>(other.hidden);
        ahead = new Dictionary<int, long>(other.ahead);
        Count = other.Count;
        ownsLast = false;
    }

    public int Count { get; private set; }

    /// <summary>A whole row, decoded.</summary>
    public ActivityEntry this[int position]
    {
        get
        {
            var chunk = chunks[position >> ActivityChunk.Bits];
            var place = position & (ActivityChunk.Size - 1);
            return new ActivityReader(chunk.CodedAt(place), texts).Read(chunk[place]);
        }
    }

    /// <summary>The part of a row that filters need; much cheaper than the row.</summary>
    public ref readonly ActivityHead Head(int position) => ref chunks[position >> ActivityChunk.Bits][position & (ActivityChunk.Size - 1)];

    /// <summary>The id that the wire shows, also as <c>marketoGUID</c>.</summary>
    public static long IdOf(int position) => FirstId + position;

    /// <summary>Appends an entry of the true time; it is stored with the time that the vendor's clock shows.</summary>
    public void Append(in ActivityEntry entry) => Append(entry with { At = conditions.Shown(entry.At) }, entry.At);

    /// <summary>Appends an entry that keeps its own date.</summary>
    /// <param name="entry">The row.</param>
    /// <param name="writtenAt">The true time, microseconds.</param>
    public void Append(in ActivityEntry entry, long writtenAt)
    {
        if (conditions.NextVisibleAt(writtenAt) is { } visibleAt)
        {
            hidden.Add(Count, visibleAt);
        }

        // A date that is still to come must not hide the rows before it from a search by date.
        var orderedAt = Math.Min(entry.At, conditions.Shown(writtenAt));
        if (orderedAt < entry.At)
        {
            ahead.Add(Count, orderedAt);
        }

        var place = Count & (ActivityChunk.Size - 1);
        if (place == 0)
        {
            chunks.Add(chunks.Count == 0 ? new ActivityChunk() : chunks[^1].Next());
            ownsLast = true;
        }
        else if (!ownsLast)
        {
            chunks[^1] = chunks[^1].Copy();
            ownsLast = true;
        }

        chunks[^1].Write(place, entry, orderedAt, texts);
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
        var high = chunks.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (chunks[middle].LatestAt / Micros.PerSecond < second)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == chunks.Count ? Count : PositionIn(low, second);
    }

    public ActivityLog Fork(WriteConditions conditions)
    {
        ownsLast = false;
        return new ActivityLog(this, conditions);
    }

    private int PositionIn(int chunk, long second)
    {
        var low = chunk << ActivityChunk.Bits;
        var high = Math.Min(low + ActivityChunk.Size, Count);
        while (!chunks[chunk].IsInOrder && low < high && OrderedAt(low) / Micros.PerSecond < second)
        {
            low++;
        }

        while (chunks[chunk].IsInOrder && low < high)
        {
            var middle = (low + high) >>> 1;
            if (OrderedAt(middle) / Micros.PerSecond < second)
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

    private long OrderedAt(int position) => ahead.Count > 0 && ahead.TryGetValue(position, out var at) ? at : Head(position).At;
}
