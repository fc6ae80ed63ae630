using System.Runtime.InteropServices;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>The order of ORDER BY, and of what it leaves open.</summary>
internal sealed class RowOrder(IReadOnlyList<OrderKey> keys, UnorderedRows unordered, ulong seed)
{
    /// <summary>Whether the change log gives this very order: by SystemModstamp, then Id.</summary>
    public bool IsChangeOrder { get; } =
        keys.Count >= 1 && keys[0].IsAscending(SystemFields.SystemModstamp)
        && (keys.Count >= 2 ? keys[1].IsAscending(SystemFields.Id) : unordered == UnorderedRows.ById);

    /// <summary>Whether rows of an earlier SystemModstamp come first, whatever decides within a second.</summary>
    public bool IsStampOrder { get; } = keys.Count >= 1 && keys[0].IsAscending(SystemFields.SystemModstamp);

    /// <summary>Whether the table gives this very order: by Id.</summary>
    public bool IsIdOrder { get; } = keys.Count == 0 ? unordered == UnorderedRows.ById : keys[0].IsAscending(SystemFields.Id);

    public void Sort(List<SRow> rows, QueryScope scope)
    {
        if (rows.Count < 2)
        {
            return;
        }

        if (keys.Count > 0)
        {
            rows.Sort((left, right) => Compare(left, right, scope));
            return;
        }

        var places = new ulong[rows.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = unordered == UnorderedRows.Shuffled ? Shuffled(rows[i].Number) : (uint)rows[i].Number;
        }

        places.AsSpan().Sort(CollectionsMarshal.AsSpan(rows));
    }

    public int Compare(SRow left, SRow right, QueryScope scope)
    {
        foreach (var key in keys)
        {
            var order = key.Compare(left, right, scope);
            if (order != 0)
            {
                return order;
            }
        }

        if (unordered == UnorderedRows.Shuffled)
        {
            var order = Shuffled(left.Number).CompareTo(Shuffled(right.Number));
            if (order != 0)
            {
                return order;
            }
        }

        return left.Number.CompareTo(right.Number);
    }

    private ulong Shuffled(int number)
    {
        var mixed = seed ^ ((ulong)number + 1) * 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        return mixed ^ (mixed >> 27);
    }
}
