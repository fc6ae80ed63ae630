namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>States of a batch, by the names of the API.</summary>
internal enum ClassicBatchState
{
    Queued,
    InProgress,
    Completed,
    Failed,

    /// <summary>Its job was aborted first, or it was cut into others by id.</summary>
    NotProcessed,
}
