using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>Logic has two values: a row whose field is null fails <c>f > 5</c> and so passes its NOT.</summary>
internal sealed class NotPredicate(Predicate inner) : Predicate
{
    public override int Cost => inner.Cost;

    public override bool Test(SRow row, QueryScope scope) => !inner.Test(row, scope);
}
