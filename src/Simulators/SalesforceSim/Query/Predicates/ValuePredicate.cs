using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A test of what a function makes of a row.</summary>
internal sealed class ValuePredicate(BoundValue value, FieldPredicate test) : Predicate
{
    public override int Cost => 30;

    public override bool Test(SRow row, QueryScope scope) => test.TestValue(value.Read(row, scope));
}
