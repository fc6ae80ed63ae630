using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>A way to the rows that may pass a query's conditions; the conditions are tested all the same.</summary>
internal abstract class AccessPath
{
    /// <summary>The cheapest way: by Id, by an index, by the change log, or all rows.</summary>
    public static AccessPath Choose(Predicate? where, RowOrder order, bool limited)
    {
        IReadOnlyList<Predicate> parts = where is AndPredicate and ? and.Parts : where is null ? [] : [where];
        AccessPath? indexed = null;
        foreach (var part in parts)
        {
            if (part.RequiredValues is not { } required)
            {
                continue;
            }

            if (required.Field.Number == SystemFields.Id)
            {
                return new ByIds(required.Values);
            }

            if (required.Field.Indexed && (indexed is null || required.Field.Unique))
            {
                indexed = new ByIndex(required);
            }
        }

        if (indexed is not null)
        {
            return indexed;
        }

        var (low, high) = where?.StampBounds ?? (long.MinValue, long.MaxValue);
        return low > long.MinValue || (limited && order.IsChangeOrder) ? new ByChange(low, high) : new Scan();
    }

    /// <summary>Rows in the recycle bin are among them.</summary>
    public abstract IEnumerable<SRow> Candidates(SObjectTable table);

    /// <summary>Whether the candidates come in this order already.</summary>
    public virtual bool Gives(RowOrder order) => false;

    internal sealed class ByIds(IReadOnlyCollection<string> ids) : AccessPath
    {
        public override IEnumerable<SRow> Candidates(SObjectTable table)
        {
            foreach (var id in ids)
            {
                if (table.Find(id) is { } row)
                {
                    yield return row;
                }
            }
        }
    }

    internal sealed class ByIndex(RequiredValues required) : AccessPath
    {
        public override IEnumerable<SRow> Candidates(SObjectTable table)
        {
            foreach (var value in required.Values)
            {
                foreach (var row in table.FindByIndex(required.Field, value))
                {
                    yield return row;
                }
            }
        }
    }

    internal sealed class ByChange(long low, long high) : AccessPath
    {
        public override bool Gives(RowOrder order) => order.IsChangeOrder;

        public override IEnumerable<SRow> Candidates(SObjectTable table)
        {
            foreach (var row in table.ChangedSince(low))
            {
                if (row.Stamp >= high)
                {
                    yield break;
                }

                yield return row;
            }
        }
    }

    internal sealed class Scan : AccessPath
    {
        public override bool Gives(RowOrder order) => order.IsIdOrder;

        public override IEnumerable<SRow> Candidates(SObjectTable table) => table.Rows;
    }
}
