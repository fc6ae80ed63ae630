namespace SfMarketo.Kernel.Storage;

/// <summary>Rows by dense number, in chunks of 1,024 references that are copied when first written after a fork.</summary>
/// <remarks>
/// Rows must be immutable once stored: a write replaces the row. A fork then costs one array of chunk references,
/// microseconds for a million rows (shared/reference/speed.md section 1).
/// </remarks>
public sealed class ChunkedTable<TRow>
    where TRow : class
{
    private const int ChunkBits = 10;
    private const int ChunkSize = 1 << ChunkBits;

    private TRow?[][] chunks = [];
    private bool[] owned = [];

    public int Count { get; private set; }

    public TRow? this[int number]
    {
        get => chunks[number >> ChunkBits][number & (ChunkSize - 1)];
        set => Own(number >> ChunkBits)[number & (ChunkSize - 1)] = value;
    }

    /// <summary>Number of chunks; all but the last are full.</summary>
    public int Chunks => chunks.Length;

    /// <summary>The rows of one chunk, for scans.</summary>
    public ReadOnlySpan<TRow?> Chunk(int chunk) => chunks[chunk].AsSpan(0, Math.Min(ChunkSize, Count - (chunk << ChunkBits)));

    /// <summary>Stores a row and returns its number.</summary>
    public int Add(TRow row)
    {
        var number = Count;
        if (number >> ChunkBits == chunks.Length)
        {
            chunks = [.. chunks, new TRow?[ChunkSize]];
            owned = [.. owned, true];
        }

        Count++;
        this[number] = row;
        return number;
    }

    /// <summary>A table with the same rows; from now on neither sees the other's writes.</summary>
    public ChunkedTable<TRow> Fork()
    {
        Array.Clear(owned);
        return new ChunkedTable<TRow> { chunks = [.. chunks], owned = new bool[owned.Length], Count = Count };
    }

    private TRow?[] Own(int chunk)
    {
        if (!owned[chunk])
        {
            chunks[chunk] = [.. chunks[chunk]];
            owned[chunk] = true;
        }

        return chunks[chunk];
    }
}
