using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>Keeps the first rows in an order while all of them come by.</summary>
/// <param name="order">The order.</param>
/// <param name="wanted">Most rows that are kept in the end, 1 and up.</param>
/// <param name="ordered">Rows come in the order already.</param>
/// <param name="byStamp">Rows come by SystemModstamp, and the order begins with that.</param>
/// <param name="scope">What the query sees.</param>
internal sealed class RowCollector(RowOrder order, int wanted, bool ordered, bool byStamp, QueryScope scope)
{
    private const int Slack = 4_096;

    // So many at most before the ones that are surely not wanted are thrown away.
    private readonly int full = ordered || wanted > int.MaxValue / 2 - Slack ? int.MaxValue : 2 * wanted + Slack;
    private readonly List<SRow> rows = [];
    private SRow? worst;

    /// <summary>Takes a row; false when no later one can be wanted.</summary>
    public bool Add(SRow row)
    {
        if (byStamp && rows.Count >= wanted && row.Stamp > rows[wanted - 1].Stamp)
        {
            return false;
        }

        if (worst is not null && order.Compare(row, worst, scope) >= 0)
        {
            return true;
        }

        rows.Add(row);
        if (rows.Count == full && !byStamp)
        {
            Trim();
            worst = rows[^1];
        }

        return !ordered || rows.Count < wanted;
    }

    /// <summary>The rows, in order.</summary>
    public List<SRow> Finish()
    {
        if (!ordered)
        {
            Trim();
        }

        return rows;
    }

    private void Trim()
    {
        order.Sort(rows, scope);
        if (rows.Count > wanted)
        {
            rows.RemoveRange(wanted, rows.Count - wanted);
        }
    }
}
