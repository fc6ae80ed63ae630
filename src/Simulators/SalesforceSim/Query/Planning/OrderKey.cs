using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>One item of ORDER BY.</summary>
/// <param name="value">What is sorted by.</param>
/// <param name="descending">DESC was said.</param>
/// <param name="nullsLast">NULLS LAST was said.</param>
/// <param name="picklistsAlphabetical">Sort picklists by text.</param>
internal sealed class OrderKey(BoundValue value, bool descending, bool nullsLast, bool picklistsAlphabetical)
{
    private readonly ValueOrder order = new(value.Field, picklistsAlphabetical);
    private readonly bool isBoolean = value.Field is { Type: SFieldType.Boolean };

    public bool IsAscending(int ownField) => value.IsOwn(ownField) && !descending;

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

        var way = order.Compare(leftValue, rightValue);
        return descending ? -way : way;
    }

    private object? Read(SRow row, QueryScope scope) => value.Read(row, scope) ?? (isBoolean ? Boxes.False : null);
}
