using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>A way to the rows that may pass a query's conditions; the conditions are tested all the same.</summary>
internal abstract class AccessPath
{
    private const int MaxUnion = 50;

    /// <summary>Fields of the index, for explain; empty when all rows are read.</summary>
    public virtual IReadOnlyList<SField> IndexFields => [];

    /// <summary>The cheapest way: by Id, by an index, by the change log, or all rows.</summary>
    /// <param name="where">Null when every row passes.</param>
    /// <param name="order">The order that is wanted; null for any.</param>
    /// <param name="limited">Few rows are wanted.</param>
    public static AccessPath Choose(Predicate? where, RowOrder? order = null, bool limited = false)
    {
        if (where is not null && Indexed(where) is { } indexed)
        {
            return indexed;
        }

        var (low, high) = where?.StampBounds ?? (long.MinValue, long.MaxValue);
        return low > long.MinValue || (limited && order is { IsStampOrder: true }) ? new ByChange(low, high) : new Scan();
    }

    /// <summary>Rows in the recycle bin are among them.</summary>
    public abstract IEnumerable<SRow> Candidates(SObjectTable table);

    /// <summary>Whether the candidates come in this order already.</summary>
    public virtual bool Gives(RowOrder order) => false;

    /// <summary>By Id before a unique field before another index; an OR needs an index for each of its parts.</summary>
    private static AccessPath? Indexed(Predicate where)
    {
        switch (where)
        {
            case AndPredicate and:
                AccessPath? best = null;
                foreach (var part in and.Parts)
                {
                    if (Indexed(part) is { } way && (best is null || Rank(way) < Rank(best)))
                    {
                        best = way;
                    }
                }

                return best;
            case OrPredicate { Parts.Count: <= MaxUnion } or:
                var ways = new List<AccessPath>(or.Parts.Count);
                foreach (var part in or.Parts)
                {
                    if (Indexed(part) is not { } way)
                    {
                        return null;
                    }

                    ways.Add(way);
                }

                return new Union(ways);
            default:
                return where.RequiredValues is not { } required ? null
                    : required.Field.Number == SystemFields.Id ? new ByIds(required)
                    : required.Field.Indexed ? new ByIndex(required)
                    : null;
        }
    }

    private static int Rank(AccessPath way) => way switch
    {
        ByIds => 0,
        ByIndex { IsUnique: true } => 1,
        ByIndex => 2,
        _ => 3,
    };

    internal sealed class ByIds(RequiredValues required) : AccessPath
    {
        public override IReadOnlyList<SField> IndexFields => [required.Field];

        public override IEnumerable<SRow> Candidates(SObjectTable table)
        {
            foreach (var id in required.Values)
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
        public bool IsUnique => required.Field.Unique;

        public override IReadOnlyList<SField> IndexFields => [required.Field];

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

    /// <summary>All that any of the ways finds, each row once.</summary>
    internal sealed class Union(IReadOnlyList<AccessPath> ways) : AccessPath
    {
        public override IReadOnlyList<SField> IndexFields { get; } = [.. ways.SelectMany(way => way.IndexFields).Distinct()];

        public override IEnumerable<SRow> Candidates(SObjectTable table)
        {
            var seen = new HashSet<int>();
            foreach (var way in ways)
            {
                foreach (var row in way.Candidates(table))
                {
                    if (seen.Add(row.Number))
                    {
                        yield return row;
                    }
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
