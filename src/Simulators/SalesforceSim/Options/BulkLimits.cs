namespace SfMarketo.SalesforceSim.Options;

/// <summary>Limits of the Bulk APIs, each over any 24 h where it says a day.</summary>
/// <remarks>Source: Salesforce, "Bulk API and Bulk API 2.0 Limits and Allocations".</remarks>
public sealed record BulkLimits
{
    /// <summary>Batches a day, of Bulk API and of Bulk API 2.0 (one for each 10,000 rows of a job) together. Default 15,000.</summary>
    public int BatchesPerDay { get; init; } = 15_000;

    /// <summary>Rows a day that Bulk API 2.0 jobs bring. Default 150 million.</summary>
    public int RecordsPerDay { get; init; } = 150_000_000;

    /// <summary>Query jobs of Bulk API 2.0 a day. Default 10,000.</summary>
    public int QueryJobsPerDay { get; init; } = 10_000;

    /// <summary>Results of query jobs of Bulk API 2.0 a day, megabytes. Default 976,562, which the vendor calls 1 TB.</summary>
    public int QueryStorageMegabytesPerDay { get; init; } = 976_562;

    /// <summary>Largest upload, bytes as sent and after inflation. Default 112.5 MB, which are 150 MB when the vendor has made base64 of them.</summary>
    public int UploadBytes { get; init; } = 150 * 1024 * 1024 / 4 * 3;
}
