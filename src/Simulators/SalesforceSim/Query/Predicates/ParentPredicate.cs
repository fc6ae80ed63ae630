using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A test of a field of a parent, such as <c>Account.Owner.Name = 'Ann'</c>. A missing parent counts as null.</summary>
/// <param name="hops">The references to follow, from the row.</param>
/// <param name="byType">The one test of a plain reference; of a polymorphic one the tests by the number of the last row's object.</param>
internal sealed class ParentPredicate(SField[] hops, FieldPredicate?[] byType) : Predicate
{
    private readonly bool onNull = byType.First(test => test is not null)!.OnNull;

    public override int Cost => 10 * hops.Length;

    public override bool Test(SRow row, QueryScope scope)
    {
        var current = row;
        foreach (var hop in hops)
        {
            if (scope.Parent(current, hop) is not { } parent)
            {
                return onNull;
            }

            current = parent;
        }

        return byType[byType.Length == 1 ? 0 : current.Type.Number]?.Test(current, scope) ?? onNull;
    }
}
