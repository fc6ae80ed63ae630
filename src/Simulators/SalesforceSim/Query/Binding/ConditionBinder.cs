using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>Turns the conditions of one statement into predicates.</summary>
internal sealed class ConditionBinder(BindingContext context, PathBinder paths, string statement)
{
    private const int MaxSemiJoins = 2;

    private readonly LeafBinder leaves = new(context, statement);
    private int semiJoins;

    /// <param name="condition">As written.</param>
    /// <param name="top">Whether it stands at the top of WHERE, under ANDs only.</param>
    public Predicate Bind(Condition condition, bool top = true) => condition switch
    {
        JoinedCondition { IsAnd: true } and => new AndPredicate([.. and.Parts.Select(part => Bind(part, top && part is not JoinedCondition))]),
        JoinedCondition or => new OrPredicate([.. or.Parts.Select(part => Bind(part, top: false))]),
        NotCondition not => new NotPredicate(Bind(not.Inner, top: false)),
        CompareCondition compare => Leaf(paths.Bind(compare.Path), path => leaves.Compare(path, compare.Operator, compare.Value)),
        InCondition list => Leaf(paths.Bind(list.Path), path => leaves.In(path, list.Values, list.Negated)),
        SemiJoinCondition join => SemiJoin(join, top),
        _ => throw new InvalidOperationException(),
    };

    private static Predicate Leaf(BoundPath path, Func<BoundField, FieldPredicate> make)
    {
        if (path.Hops.Length == 0)
        {
            return make(new BoundField(path.Field, path.At));
        }

        var byType = new FieldPredicate?[path.ByType.Length];
        for (var type = 0; type < byType.Length; type++)
        {
            if (path.IsTypeName || path.ByType[type] is not null)
            {
                byType[type] = make(new BoundField(path.ByType[type], path.At));
            }
        }

        return new ParentPredicate(path.Hops, byType);
    }

    private Predicate SemiJoin(SemiJoinCondition join, bool top)
    {
        if (!top)
        {
            throw SoqlException.Malformed(
                statement, join.At, "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.");
        }

        if (++semiJoins > MaxSemiJoins)
        {
            throw SoqlException.Malformed(statement, join.At, "Maximum 2 semi join sub-selects are allowed.");
        }

        var inner = new PathBinder(context.Store.Schema, join.Inner);
        if (inner.Object == paths.Object)
        {
            throw SoqlException.Malformed(statement, join.At, "The inner and outer selects should not be on the same object type");
        }

        var outerField = paths.Bind(join.Path);
        var field = inner.Bind(join.Inner.Fields[0].Path);
        if (outerField.Field is not { IsId: true } || field.Field is not { IsId: true })
        {
            throw SoqlException.Malformed(statement, join.At, "A semi join compares an ID or reference field with one.");
        }

        context.IsMomentary = true;
        var ids = Ids(inner, field, join.Inner.Where);
        return Leaf(outerField, path => new TextInPredicate(path.Field!, ids, !join.Negated, onNull: join.Negated && context.Options.NotEqualMatchesNull));
    }

    private HashSet<string> Ids(PathBinder inner, BoundPath field, Condition? where)
    {
        // Nested sub-selects are never at the top.
        var predicate = where is null ? null : new ConditionBinder(context, inner, statement).Bind(where, top: false);
        var scope = new QueryScope(context.Store, includeDeleted: false);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in context.Store.Late.See(inner.Object, context.Store[inner.Object].Rows))
        {
            if (scope.Shows(row) && (predicate is null || predicate.Test(row, scope)) && field.Read(row, scope) is string id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }
}
