using System.Runtime.CompilerServices;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>Walks all rows of a table that a query sees and that pass its conditions, by number.</summary>
/// <remarks>
/// Rows lie apart in memory, and most of a scan is waiting for it. So the values of some rows are fetched one after the other, without a look at them, before
/// the first test: the processor waits for all of them together.
/// </remarks>
/// <param name="table">The table; not written to meanwhile.</param>
/// <param name="scope">What the query sees.</param>
/// <param name="where">The conditions; null when every row passes.</param>
internal ref struct RowScan(SObjectTable table, QueryScope scope, Predicate? where)
{
    private const int Ahead = 16;

    private readonly FieldPredicate? first = (where is AndPredicate all ? all.Parts[0] : where) is FieldPredicate test and not TypeNamePredicate ? test : null;
    private readonly bool isWhole = where is null or (FieldPredicate and not TypeNamePredicate);
    private ReadOnlySpan<SRow?> rows;
    private Values values;
    private int block;
    private int next;

    /// <summary>The next row; null at the end.</summary>
    public SRow? Next()
    {
        while (true)
        {
            for (; next < rows.Length; next++)
            {
                if (next % Ahead == 0 && first is not null)
                {
                    Fetch(first.Number);
                }

                if ((first is null || first.TestValue(values[next % Ahead]))
                    && rows[next] is { } row
                    && scope.Shows(row)
                    && (isWhole || where!.Test(row, scope)))
                {
                    next++;
                    return row;
                }
            }

            if (block == table.Blocks)
            {
                return null;
            }

            rows = table.Block(block++);
            next = 0;
        }
    }

    private void Fetch(int field)
    {
        var some = rows.Slice(next, Math.Min(Ahead, rows.Length - next));
        for (var place = 0; place < some.Length; place++)
        {
            values[place] = some[place]?[field];
        }
    }

    [InlineArray(Ahead)]
    private struct Values
    {
        private object? value;
    }
}
