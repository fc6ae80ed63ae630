namespace SfMarketo.SalesforceSim.Bulk;

/// <summary>Operations by the names of the API.</summary>
internal static class BulkOperations
{
    private static readonly string[] Names = ["insert", "update", "upsert", "delete", "hardDelete", "query", "queryAll"];

    public static string Text(this BulkOperation operation) => Names[(int)operation];

    public static bool IsQuery(this BulkOperation operation) => operation is BulkOperation.Query or BulkOperation.QueryAll;

    /// <summary>Null for what is no operation. Case counts.</summary>
    public static BulkOperation? Find(string? name) => Array.IndexOf(Names, name) is >= 0 and var place ? (BulkOperation)place : null;
}
