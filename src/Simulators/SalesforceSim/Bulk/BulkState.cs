namespace SfMarketo.SalesforceSim.Bulk;

/// <summary>States of a job, by the names of the API.</summary>
internal enum BulkState
{
    Open,

    /// <summary>Queued: what it needs has come.</summary>
    UploadComplete,
    InProgress,
    JobComplete,
    Failed,
    Aborted,

    /// <summary>Bulk API 1.0: no more batches come; those that came go on.</summary>
    Closed,
}
