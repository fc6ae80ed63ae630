namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary>Ten thousand rows of a job, which the org works on by themselves and beside others.</summary>
/// <param name="from">Its first row's place in the file.</param>
/// <param name="to">The place behind its last row.</param>
/// <param name="chunkMicros">How long 200 rows take, microseconds.</param>
internal sealed class IngestBatch(int from, int to, long chunkMicros)
{
    public const int Size = 10_000;

    public int From { get; } = from;

    public int To { get; } = to;

    /// <summary>The place of the next row to be written.</summary>
    public int Next { get; set; } = from;

    /// <summary>When the next chunk commits, microseconds; null while the batch waits and when it is done.</summary>
    public long? NextAt { get; set; }

    /// <summary>Its place among the batches that are done, from 1; 0 while it is not.</summary>
    public int Finished { get; set; }

    /// <summary>Rows of the next chunk.</summary>
    public int ChunkRows => Math.Min(RowChunk.Size, To - Next);

    /// <summary>How long the next chunk takes: a short one less, but not nothing.</summary>
    public long ChunkMicros => chunkMicros * Math.Max(20, ChunkRows) / RowChunk.Size;

    public IngestBatch Fork() => (IngestBatch)MemberwiseClone();
}
