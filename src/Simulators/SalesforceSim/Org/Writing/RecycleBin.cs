using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Deleted rows stay for 15 days and can come back with what went with them (salesforce-data.md section 10.5).</summary>
internal static class RecycleBin
{
    private const string Rule = "CascadeUndelete";
    private static readonly long Kept = (long)TimeSpan.FromDays(15).TotalMicroseconds;

    /// <summary>Rows deleted before this instant are gone for good.</summary>
    public static long From(long now) => now - Kept;

    /// <summary>Takes a row of the bin away for good (SOAP <c>emptyRecycleBin</c>, <c>hardDelete</c> of bulk jobs). No commit: the row was gone already for all readers but queryAll.</summary>
    public static RowError? Empty(OrgStore store, SRow row)
    {
        if (!row.Deleted)
        {
            return new RowError(400, "INVALID_ID_FIELD", "entity is not in the recycle bin", []);
        }

        Purge(store, row);
        return null;
    }

    /// <summary>Takes a deleted row away.</summary>
    public static void Purge(OrgStore store, SRow row)
    {
        store[row.Type].Purge(row.Number);
        store.Bin.Forget();
    }

    /// <summary>Takes a row out of the bin, and the rows that its delete took along.</summary>
    public static WriteResult Undelete(Transaction transaction, SRow row)
    {
        if (!row.Deleted || row.Type.IsDeleted is null || row.Stamp < From(transaction.At))
        {
            return new WriteResult(new RowError(400, "UNDELETE_FAILED", "Entity is not in the recycle bin", []));
        }

        if (Taken(transaction.Store, row) is { } taken)
        {
            return new WriteResult(taken);
        }

        var live = transaction.Undelete(row);
        UndeleteChildren(transaction, live, row.Id);
        return new WriteResult(live);
    }

    private static void UndeleteChildren(Transaction transaction, SRow parent, string root)
    {
        foreach (var (type, field, _) in parent.Type.Children)
        {
            if (!field.CascadeDelete)
            {
                continue;
            }

            foreach (var child in transaction.Store[type].FindByIndex(field, parent.Id).Where(child => child.Deleted && child.DeletedWith == root).OrderBy(child => child.Number).ToList())
            {
                // Back already by another way, or its key is another row's by now.
                if (transaction.Store[type][child.Number] is { Deleted: true } binned && Taken(transaction.Store, binned) is null)
                {
                    UndeleteChildren(transaction, transaction.Undelete(binned, Rule), root);
                }
            }
        }
    }

    private static RowError? Taken(OrgStore store, SRow row)
    {
        foreach (var field in row.Type.Fields)
        {
            if (field.Unique && row.Text(field.Number) is { } text && store[row.Type].FindByUnique(field, text) is { } other)
            {
                return RowErrors.Duplicate(field, other.Id);
            }
        }

        return null;
    }
}
