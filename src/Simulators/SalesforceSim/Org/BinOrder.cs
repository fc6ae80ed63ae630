using SfMarketo.Kernel.Storage;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>The rows of the recycle bin, oldest first: when it is full, those go for good. Use it under the org's gate.</summary>
internal sealed class BinOrder
{
    private readonly ForkableList<(int Type, int Number, long Version)> order;
    private int gone;

    public BinOrder() => order = new();

    private BinOrder(BinOrder other) => (order, gone, Count, Limit) = (other.order.Fork(), other.gone, other.Count, other.Limit);

    /// <summary>Rows in the bin.</summary>
    public int Count { get; private set; }

    /// <summary>Rows that it holds.</summary>
    public int Limit { get; set; } = int.MaxValue;

    /// <summary>Notes a committed change: a row that goes into the bin or comes out of it.</summary>
    public void Note(SRow? old, SRow row)
    {
        if (row.Deleted && old is not { Deleted: true })
        {
            order.Add((row.Type.Number, row.Number, row.Version));
            Count++;
        }
        else if (!row.Deleted && old is { Deleted: true })
        {
            Count--;
        }
    }

    /// <summary>A row goes for good.</summary>
    public void Forget() => Count--;

    /// <summary>The oldest row, when there are more than the bin holds; null when there are not.</summary>
    public SRow? NextTooMany(OrgStore store)
    {
        while (Count > Limit && gone < order.Count)
        {
            var (type, number, version) = order[gone++];
            if (store[store.Schema.Objects[type]][number] is { Deleted: true } row && row.Version == version)
            {
                return row;
            }
        }

        return null;
    }

    public BinOrder Fork() => new(this);
}
