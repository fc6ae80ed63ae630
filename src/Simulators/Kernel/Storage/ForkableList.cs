using System.Runtime.InteropServices;

namespace SfMarketo.Kernel.Storage;

/// <summary>A list whose forks share it until one side writes, which then copies it once.</summary>
/// <remarks>A copy of a million numbers is under a millisecond; a fork that nobody writes to costs nothing.</remarks>
public sealed class ForkableList<T>
{
    private List<T> items;
    private bool isShared;

    public ForkableList() => items = [];

    private ForkableList(List<T> items) => (this.items, isShared) = (items, true);

    public int Count => items.Count;

    public T this[int place]
    {
        get => items[place];
        set => Own()[place] = value;
    }

    public ReadOnlySpan<T> Span => CollectionsMarshal.AsSpan(items);

    public void Add(T item) => Own().Add(item);

    public void Insert(int place, T item) => Own().Insert(place, item);

    public void RemoveRange(int from, int count) => Own().RemoveRange(from, count);

    /// <summary>A list with the same items; from now on neither sees the other's writes.</summary>
    public ForkableList<T> Fork()
    {
        isShared = true;
        return new ForkableList<T>(items);
    }

    private List<T> Own()
    {
        if (isShared)
        {
            items = [.. items];
            isShared = false;
        }

        return items;
    }
}
