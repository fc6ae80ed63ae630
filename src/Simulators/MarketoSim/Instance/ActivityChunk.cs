namespace SfMarketo.MarketoSim.Instance;

/// <summary>A thousand rows of the activity log: heads of 24 bytes, and the coded rest of each in one block of bytes.</summary>
/// <remarks>Source of the layout: shared/reference/speed.md section 1.</remarks>
internal sealed class ActivityChunk
{
    /// <summary>So small that neither its heads nor its bytes are a large object, whose collection costs that of all others.</summary>
    public const int Bits = 10;
    public const int Size = 1 << Bits;

    private const int FirstBytes = 4096;

    private readonly ActivityHead[] heads;
    private byte[] coded;
    private int used;

    public ActivityChunk() => (heads, coded) = (new ActivityHead[Size], new byte[FirstBytes]);

    private ActivityChunk(ActivityChunk other)
    {
        heads = [.. other.heads];
        coded = [.. other.coded];
        used = other.used;
        (LatestAt, IsInOrder) = (other.LatestAt, other.IsInOrder);
    }

    /// <summary>The latest date among the log's rows up to this chunk's end: what a search by date goes by.</summary>
    public long LatestAt { get; private set; } = long.MinValue;

    /// <summary>No row's date for searches is before that of a row before it.</summary>
    public bool IsInOrder { get; private set; } = true;

    public ref readonly ActivityHead this[int place] => ref heads[place];

    public ReadOnlySpan<byte> CodedAt(int place) => coded.AsSpan(heads[place].Offset, used - heads[place].Offset);

    /// <param name="place">The next free place.</param>
    /// <param name="entry">The row.</param>
    /// <param name="orderedAt">Its date for searches: not after the instant of writing.</param>
    /// <param name="texts">The texts that repeat.</param>
    public void Write(int place, in ActivityEntry entry, long orderedAt, ActivityTexts texts)
    {
        var writer = new ActivityWriter(coded, used, texts);
        var offset = used;
        writer.Write(entry);
        (coded, used) = (writer.Bytes, writer.Length);
        heads[place] = new ActivityHead(entry.At, entry.PersonId, entry.Type, entry.PrimaryId, offset);
        IsInOrder &= orderedAt >= LatestAt;
        LatestAt = Math.Max(LatestAt, orderedAt);
        if (place == Size - 1)
        {
            // Full: no room is kept for more.
            coded = coded[..used];
        }
    }

    /// <summary>An empty chunk behind this one.</summary>
    public ActivityChunk Next() => new() { LatestAt = LatestAt };

    public ActivityChunk Copy() => new(this);
}
