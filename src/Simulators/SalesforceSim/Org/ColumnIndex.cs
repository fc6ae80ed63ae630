namespace SfMarketo.SalesforceSim.Org;

/// <summary>Row numbers by the text of one field, deleted rows too. Rows of one value are chained through two lists, so that a fork is three copies.</summary>
internal sealed class ColumnIndex
{
    private const int None = -1;

    private readonly Dictionary<string, int> heads;
    private readonly List<int> next;
    private readonly List<int> previous;

    public ColumnIndex(bool ignoreCase) => (heads, next, previous) = (new(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal), [], []);

    private ColumnIndex(ColumnIndex other) => (heads, next, previous) = (new(other.heads, other.heads.Comparer), [.. other.next], [.. other.previous]);

    public void Add(string value, int row)
    {
        while (next.Count <= row)
        {
            next.Add(None);
            previous.Add(None);
        }

        var head = heads.GetValueOrDefault(value, None);
        next[row] = head;
        previous[row] = None;
        if (head != None)
        {
            previous[head] = row;
        }

        heads[value] = row;
    }

    public void Remove(string value, int row)
    {
        var (before, after) = (previous[row], next[row]);
        if (after != None)
        {
            previous[after] = before;
        }

        if (before != None)
        {
            next[before] = after;
        }
        else if (after != None)
        {
            heads[value] = after;
        }
        else
        {
            heads.Remove(value);
        }
    }

    /// <summary>First row of the chain, or -1.</summary>
    public int First(string value) => heads.GetValueOrDefault(value, None);

    /// <summary>The row after <paramref name="row"/> in its chain, or -1.</summary>
    public int Next(int row) => next[row];

    public ColumnIndex Fork() => new(this);
}
