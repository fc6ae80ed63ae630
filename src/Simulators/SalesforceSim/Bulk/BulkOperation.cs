namespace SfMarketo.SalesforceSim.Bulk;

/// <summary>What a job does (<c>operation</c>).</summary>
internal enum BulkOperation
{
    Insert,
    Update,
    Upsert,
    Delete,
    HardDelete,
    Query,
    QueryAll,
}
