using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Grouping;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>A statement ready to run, again and again.</summary>
/// <param name="Object">The object of its rows; of groups that of the rows that are grouped.</param>
/// <param name="CountOnly"><c>COUNT()</c>: no rows are answered.</param>
/// <param name="Select">What is written of each row.</param>
/// <param name="Where">Null when every row passes.</param>
/// <param name="Order">Order of the rows.</param>
/// <param name="Access">Where the rows that may pass are found.</param>
/// <param name="Limit">Most rows; <see cref="int.MaxValue"/> when LIMIT was not said.</param>
/// <param name="Offset">Rows to pass over first.</param>
internal sealed record QueryPlan(
    SObjectType Object, bool CountOnly, SelectNode Select, Predicate? Where, RowOrder Order, AccessPath Access, int Limit, int Offset)
{
    /// <summary>Null when rows are answered as they are.</summary>
    public GroupPlan? Groups { get; init; }

    /// <summary>What is set in the rows that are returned.</summary>
    public ViewMark View { get; init; }

    /// <summary>Oldest API version that has all of the statement.</summary>
    public int MinVersion { get; init; }

    /// <summary>The query as written.</summary>
    public required SoqlQuery Source { get; init; }

    /// <summary>The rows of the whole result, in order; of groups one row each.</summary>
    public List<SRow> Run(QueryScope scope)
    {
        if (Groups is not null)
        {
            var collector = new RowCollector(Order, Wanted, ordered: false, byStamp: false, scope);
            foreach (var group in Wanted == 0 ? [] : Groups.Run(Passing(scope), scope))
            {
                collector.Add(group);
            }

            return AfterOffset(collector.Finish());
        }

        var late = scope.Store.Late.HasAny(Object);
        var rows = new RowCollector(Order, Wanted, CountOnly || (Access.Gives(Order) && !late), Access is AccessPath.ByChange && Order.IsStampOrder && !late, scope);
        if (Wanted == 0)
        {
            return rows.Finish();
        }

        if (Access is AccessPath.Scan && !late)
        {
            Scan(rows, scope);
        }
        else
        {
            foreach (var row in scope.Store.Late.See(Object, Access.Candidates(scope.Store[Object])))
            {
                if (Passes(row, scope) && !rows.Add(row))
                {
                    break;
                }
            }
        }

        return AfterOffset(rows.Finish());
    }

    /// <summary>The children of one row, in order.</summary>
    /// <param name="scope">What the query sees.</param>
    /// <param name="candidates">Rows among which they are.</param>
    /// <param name="reference">Their reference.</param>
    /// <param name="parent">Id of the row.</param>
    public List<SRow> Run(QueryScope scope, IEnumerable<SRow> candidates, SField reference, string parent)
    {
        var rows = new RowCollector(Order, Wanted, ordered: false, byStamp: false, scope);
        if (Wanted > 0)
        {
            foreach (var row in scope.Store.Late.See(Object, candidates))
            {
                if (row.Text(reference.Number) == parent && Passes(row, scope))
                {
                    rows.Add(row);
                }
            }
        }

        return AfterOffset(rows.Finish());
    }

    /// <summary>Number of rows, without keeping them: COUNT().</summary>
    public int Count(QueryScope scope)
    {
        var count = 0;
        if (Access is AccessPath.Scan && !scope.Store.Late.HasAny(Object))
        {
            var scan = new RowScan(scope.Store[Object], scope, Where);
            while (scan.Next() is not null)
            {
                count++;
            }
        }
        else
        {
            count = Passing(scope).Count();
        }

        return Math.Max(0, Math.Min(count, Wanted) - Offset);
    }

    private int Wanted => (int)Math.Min(int.MaxValue, (long)Limit + Offset);

    private bool Passes(SRow row, QueryScope scope) => scope.Shows(row) && (Where is null || Where.Test(row, scope));

    private IEnumerable<SRow> Passing(QueryScope scope) => scope.Store.Late.See(Object, Access.Candidates(scope.Store[Object])).Where(row => Passes(row, scope));

    private void Scan(RowCollector rows, QueryScope scope)
    {
        var scan = new RowScan(scope.Store[Object], scope, Where);
        while (scan.Next() is { } row && rows.Add(row))
        {
        }
    }

    private List<SRow> AfterOffset(List<SRow> rows)
    {
        rows.RemoveRange(0, Math.Min(Offset, rows.Count));
        return rows;
    }
}
