using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>Runs the sub-selects of IN and NOT IN: their ids hold for the one run of the statement.</summary>
internal sealed class SemiJoinBinder(BindingContext context, PathBinder paths)
{
    private const int MaxSemiJoins = 2;

    private int bound;

    /// <returns>The field outside, and the ids inside; nulls are not among them.</returns>
    public (BoundPath Outer, HashSet<string> Ids) Bind(SemiJoinCondition join)
    {
        if (++bound > MaxSemiJoins)
        {
            throw SoqlException.Malformed(paths.Statement, join.At, "Maximum 2 semi join sub-selects are allowed.");
        }

        var inner = new PathBinder(context.Store.Schema, join.Inner);
        if (inner.Object == paths.Object)
        {
            throw SoqlException.Malformed(paths.Statement, join.At, "The inner and outer selects should not be on the same object type");
        }

        var outer = paths.Bind(join.Path);
        var field = inner.Bind(((PathTerm)join.Inner.Fields[0].Term).Path);
        if (outer.Field is not { IsId: true } || field.Field is not { IsId: true })
        {
            throw SoqlException.Malformed(paths.Statement, join.At, "A semi join compares an ID or reference field with one.");
        }

        context.IsMomentary = true;
        return (outer, Ids(inner, field, join.Inner.Where));
    }

    private HashSet<string> Ids(PathBinder inner, BoundPath field, Condition? where)
    {
        // Nested sub-selects are never at the top.
        var predicate = where is null ? null : new ConditionBinder(context, inner, new TermBinder(context, inner)).Bind(where, top: false);
        var scope = new QueryScope(context.Store, includeDeleted: false);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in context.Store.Late.See(inner.Object, AccessPath.Choose(predicate).Candidates(context.Store[inner.Object])))
        {
            if (scope.Shows(row) && (predicate is null || predicate.Test(row, scope)) && field.Read(row, scope) is string id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }
}
