using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>Turns the conditions of one clause into predicates.</summary>
/// <param name="context">The org and its switches.</param>
/// <param name="paths">Names of the query.</param>
/// <param name="terms">What is tested: values of rows, or of groups.</param>
/// <param name="clause">WHERE or HAVING.</param>
internal sealed class ConditionBinder(BindingContext context, PathBinder paths, ITermBinder terms, SoqlClause clause = SoqlClause.Where)
{
    private readonly LeafBinder leaves = new(context, paths.Statement);
    private readonly OrgSchema schema = context.Store.Schema;
    private SemiJoinBinder? joins;

    /// <param name="condition">As written.</param>
    /// <param name="top">Whether it stands at the top of WHERE, under ANDs only.</param>
    public Predicate Bind(Condition condition, bool top = true) => condition switch
    {
        JoinedCondition { IsAnd: true } and => new AndPredicate([.. and.Parts.Select(part => Bind(part, top && part is not JoinedCondition))]),
        JoinedCondition or => new OrPredicate([.. or.Parts.Select(part => Bind(part, top: false))]),
        NotCondition not => new NotPredicate(Bind(not.Inner, top: false)),
        CompareCondition compare => Compare(compare),
        InCondition list => Leaf(terms.Bind(list.Term, clause), value => leaves.In(value, list.Values, list.Negated)),
        IncludesCondition list => Leaf(terms.Bind(new PathTerm(list.Path), clause), value => leaves.Includes(value, list.Values, list.Negated)),
        SemiJoinCondition join => SemiJoin(join, top),
        _ => throw new InvalidOperationException(),
    };

    private Predicate Compare(CompareCondition compare)
    {
        var value = terms.Bind(compare.Term, clause);
        return compare.Term is DistanceTerm && compare.Operator is not (CompareOperator.Less or CompareOperator.LessOrEqual or CompareOperator.Greater or CompareOperator.GreaterOrEqual)
            ? throw SoqlException.At(SoqlCodes.InvalidQueryFilterOperator, paths.Statement, compare.Term.At, "DISTANCE is compared with < and > only")
            : Leaf(value, field => leaves.Compare(field, compare.Operator, compare.Value));
    }

    private Predicate Leaf(BoundValue value, Func<BoundField, FieldPredicate> make)
    {
        if (value is not BoundPath path)
        {
            var test = make(new BoundField(value.Field, value.At));
            return value is SlotValue ? test : new ValuePredicate(value, test);
        }

        if (path.Hops.Length == 0)
        {
            return make(new BoundField(path.Field, path.At));
        }

        if (!path.IsPolymorphic)
        {
            return new ParentPredicate(path.Hops, [make(new BoundField(path.Field, path.At))]);
        }

        var byType = new FieldPredicate?[schema.Objects.Count];
        foreach (var type in schema.Objects)
        {
            if (path.IsTypeName || path.FieldOf(type) is not null)
            {
                byType[type.Number] = make(new BoundField(path.FieldOf(type), path.At));
            }
        }

        return new ParentPredicate(path.Hops, byType);
    }

    private Predicate SemiJoin(SemiJoinCondition join, bool top)
    {
        if (!top || clause != SoqlClause.Where)
        {
            throw SoqlException.Malformed(
                paths.Statement, join.At, "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.");
        }

        joins ??= new SemiJoinBinder(context, paths);
        var (outer, ids) = joins.Bind(join);
        return Leaf(outer, field => new TextInPredicate(field.Field!, ids, !join.Negated, onNull: join.Negated && context.Options.NotEqualMatchesNull));
    }
}
