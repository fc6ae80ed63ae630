using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>USING SCOPE mine: rows that the calling user owns.</summary>
internal sealed class ScopePredicate(int ownerField, string userId) : Predicate
{
    public override int Cost => 2;

    public override bool Test(SRow row, QueryScope scope) => row.Text(ownerField) == userId;
}
