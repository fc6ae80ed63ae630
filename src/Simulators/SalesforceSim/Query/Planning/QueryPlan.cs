using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>A statement ready to run, again and again.</summary>
/// <param name="Object">The object of its rows.</param>
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
    /// <summary>The rows of the whole result, in order.</summary>
    public List<SRow> Run(QueryScope scope)
    {
        var table = scope.Store[Object];
        var wanted = (int)Math.Min(int.MaxValue, (long)Limit + Offset);
        var ordered = CountOnly || (Access.Gives(Order) && !scope.Store.Late.HasAny(Object));
        List<SRow> rows = [];
        if (wanted > 0)
        {
            foreach (var row in scope.Store.Late.See(Object, Access.Candidates(table)))
            {
                if (!scope.Shows(row) || (Where is not null && !Where.Test(row, scope)))
                {
                    continue;
                }

                rows.Add(row);
                if (ordered && rows.Count == wanted)
                {
                    break;
                }
            }
        }

        if (!ordered)
        {
            Order.Sort(rows, scope);
        }

        if (rows.Count > wanted)
        {
            rows.RemoveRange(wanted, rows.Count - wanted);
        }

        rows.RemoveRange(0, Math.Min(Offset, rows.Count));
        return rows;
    }
}
