using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>What one run of a query sees: the rows, and whether the recycle bin is among them (queryAll).</summary>
/// <param name="store">The rows.</param>
/// <param name="includeDeleted">queryAll, which shows archived activities too.</param>
/// <param name="binFrom">Rows deleted before this instant (microseconds) have left the bin and are seen no more.</param>
internal sealed class QueryScope(OrgStore store, bool includeDeleted, long binFrom = long.MinValue)
{
    private Dictionary<SField, ILookup<string?, SRow>>? children;

    public OrgStore Store { get; } = store;

    public bool IncludeDeleted { get; } = includeDeleted;

    public bool Shows(SRow row) => row.Deleted ? IncludeDeleted && row.Stamp >= binFrom : IncludeDeleted || !row.Archived;

    /// <summary>The row a reference points to; null when it is empty or points to what the query cannot see.</summary>
    public SRow? Parent(SRow row, SField reference) => row.Text(reference.Number) is { } id && Store.Find(id) is { } parent && Store.Late.See(parent) is { } seen && Shows(seen) ? seen : null;

    /// <summary>Rows that point to a row by a field without an index; the object is read once.</summary>
    public IEnumerable<SRow> ChildrenOf(SObjectType type, SField reference, string id)
    {
        children ??= [];
        if (!children.TryGetValue(reference, out var byParent))
        {
            children.Add(reference, byParent = Store[type].Rows.ToLookup(row => row.Text(reference.Number)));
        }

        return byParent[id];
    }
}
