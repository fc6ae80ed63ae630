namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>The form of a job's batches and results (<c>contentType</c>).</summary>
internal enum ClassicContent
{
    Xml,
    Csv,
    Json,
}
