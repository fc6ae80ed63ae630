namespace SfMarketo.Kernel.Storage;

/// <summary>A list in chunks whose forks share them: a chunk is copied when one side first writes to it.</summary>
/// <remarks>A fork of a million numbers copies some hundred references, and no piece is a large object, whose collection would stop everything at some later write.</remarks>
public sealed class ForkableList<T>
{
    private const int ChunkBits = 11;
    private const int ChunkSize = 1 << ChunkBits;

    private T[][] chunks = [];
    private bool[] owned = [];

    public int Count { get; private set; }

    public T this[int place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)Count, nameof(place));
            return chunks[place >> ChunkBits][place & (ChunkSize - 1)];
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)Count, nameof(place));
            Own(place >> ChunkBits)[place & (ChunkSize - 1)] = value;
        }
    }

    public void Add(T item)
    {
        var chunk = Count >> ChunkBits;
        if (chunk == chunks.Length)
        {
            Array.Resize(ref chunks, chunk + 1 + (chunk >> 1));
            Array.Resize(ref owned, chunks.Length);
        }

        if (chunks[chunk] is null)
        {
            (chunks[chunk], owned[chunk]) = (new T[ChunkSize], true);
        }

        Count++;
        this[Count - 1] = item;
    }

    /// <summary>Puts an item before others, each of which moves: at the end it is an <see cref="Add"/>.</summary>
    public void Insert(int place, T item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)place, (uint)Count, nameof(place));
        Add(item);
        for (var last = Count - 1; last > place; last--)
        {
            this[last] = this[last - 1];
        }

        this[place] = item;
    }

    /// <summary>Takes the items from a place on away.</summary>
    public void Cut(int place)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)place, (uint)Count, nameof(place));
        Count = place;
        var kept = (place + ChunkSize - 1) >> ChunkBits;
        chunks.AsSpan(kept).Clear();
        owned.AsSpan(kept).Clear();
    }

    /// <summary>A list with the same items; from now on neither sees the other's writes.</summary>
    public ForkableList<T> Fork()
    {
        Array.Clear(owned);
        return new ForkableList<T> { chunks = [.. chunks], owned = new bool[owned.Length], Count = Count };
    }

    private T[] Own(int chunk)
    {
        if (!owned[chunk])
        {
            chunks[chunk] = [.. chunks[chunk]];
            owned[chunk] = true;
        }

        return chunks[chunk];
    }
}
