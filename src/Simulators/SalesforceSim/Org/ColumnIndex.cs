using SfMarketo.Kernel.Storage;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>Row numbers by the text of one field, deleted rows too. Rows of one value are chained through two lists, which forks share until they are written.</summary>
internal sealed class ColumnIndex
{
    private const int None = -1;

    private readonly ForkableMap<string, int> heads;
    private readonly ForkableList<int> next;
    private readonly ForkableList<int> previous;

    public ColumnIndex(bool ignoreCase) => (heads, next, previous) = (new(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal), new(), new());

    private ColumnIndex(ColumnIndex other) => (heads, next, previous) = (other.heads.Fork(), other.next.Fork(), other.previous.Fork());

    public void Add(string value, int row)
    {
        while (next.Count <= row)
        {
            next.Add(None);
            previous.Add(None);
        }

        var head = First(value);
        next[row] = head;
        previous[row] = None;
        if (head != None)
        {
            previous[head] = row;
        }

        heads.Set(value, row);
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
            heads.Set(value, after);
        }
        else
        {
            heads.Remove(value);
        }
    }

    /// <summary>First row of the chain, or -1.</summary>
    public int First(string value) => heads.TryGetValue(value, out var head) ? head : None;

    /// <summary>The row after <paramref name="row"/> in its chain, or -1.</summary>
    public int Next(int row) => next[row];

    public ColumnIndex Fork() => new(this);
}
