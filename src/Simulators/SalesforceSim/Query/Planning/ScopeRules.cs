using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>USING SCOPE (SOQL Reference): rows of the calling user, or all.</summary>
internal static class ScopeRules
{
    /// <returns>Null when every row is in scope.</returns>
    /// <exception cref="SoqlException">There is no such scope, or the object does not have it.</exception>
    public static Predicate? Bind(SoqlQuery query, SObjectType type, BindingContext context)
    {
        var scope = query.Scope!.Value;
        switch (scope.Text.ToUpperInvariant())
        {
            case "EVERYTHING":
                return null;
            case "MINE" or "MINE_AND_MY_GROUPS" when type.OwnerId is { } owner:
                // The plan is of one user; the simulated users are in no queue.
                context.IsMomentary = true;
                return new ScopePredicate(owner.Number, context.UserId);
            default:
                // Delegated, team and territory scopes need features that the simulated org does not have.
                throw SoqlException.At(SoqlCodes.InvalidQueryScope, query.Statement, scope.At, $"Invalid query scope '{scope.Text}' for {type.Name}");
        }
    }
}
