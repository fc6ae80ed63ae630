using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Values;

/// <summary>A value of a group: what it is grouped by, or an aggregate over its rows.</summary>
/// <param name="field">Its number is the place in the group's values.</param>
/// <param name="at">Where the expression stands.</param>
/// <param name="text">The expression in the schema's spelling.</param>
internal sealed class SlotValue(SField field, int at, string text) : BoundValue(field, at)
{
    private readonly int slot = field.Number;

    public override bool IsOwn(int number) => false;

    public override object? Read(SRow row, QueryScope scope) => row[slot];

    public override string ToString() => text;
}
