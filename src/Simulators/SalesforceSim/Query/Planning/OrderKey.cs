using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>One item of ORDER BY.</summary>
internal sealed class OrderKey
{
    private readonly BoundPath path;
    private readonly bool descending;
    private readonly bool nullsLast;
    private readonly StringComparison comparison;
    private readonly Dictionary<string, int>? ranks;

    /// <param name="path">The field.</param>
    /// <param name="descending">DESC was said.</param>
    /// <param name="nullsLast">NULLS LAST was said.</param>
    /// <param name="picklistsAlphabetical">Sort picklists by text.</param>
    public OrderKey(BoundPath path, bool descending, bool nullsLast, bool picklistsAlphabetical)
    {
        this.path = path;
        this.descending = descending;
        this.nullsLast = nullsLast;
        // Text sorts by its upper-case code points; ids by their characters.
        comparison = path.Field is { IsId: true } or { CaseSensitive: true } ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (path.Field is { Type: SFieldType.Picklist, Picklist.Count: > 0 } picklist && !picklistsAlphabetical)
        {
            ranks = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var value in picklist.Picklist)
            {
                ranks.TryAdd(value.Value, ranks.Count);
            }
        }
    }

    public bool IsAscending(int ownField) => path.IsOwn(ownField) && !descending;

    /// <summary>Nulls stand first in both directions unless NULLS LAST was said.</summary>
    public int Compare(SRow left, SRow right, QueryScope scope)
    {
        var leftValue = Read(left, scope);
        var rightValue = Read(right, scope);
        if (leftValue is null || rightValue is null)
        {
            var nullOrder = (leftValue is null ? 0 : 1) - (rightValue is null ? 0 : 1);
            return nullsLast ? -nullOrder : nullOrder;
        }

        var order = leftValue switch
        {
            string text => CompareText(text, (string)rightValue),
            long instant => instant.CompareTo((long)rightValue),
            int number => number.CompareTo((int)rightValue),
            double number => number.CompareTo((double)rightValue),
            DateOnly date => date.CompareTo((DateOnly)rightValue),
            bool flag => flag.CompareTo((bool)rightValue),
            _ => 0,
        };
        return descending ? -order : order;
    }

    private object? Read(SRow row, QueryScope scope) =>
        path.Read(row, scope) ?? (path.Field is { Type: SFieldType.Boolean } ? false : null);

    // Values that the picklist does not list come after those it does.
    private int CompareText(string left, string right)
    {
        if (ranks is null)
        {
            return string.Compare(left, right, comparison);
        }

        var order = ranks.GetValueOrDefault(left, int.MaxValue).CompareTo(ranks.GetValueOrDefault(right, int.MaxValue));
        return order != 0 ? order : string.Compare(left, right, comparison);
    }
}
