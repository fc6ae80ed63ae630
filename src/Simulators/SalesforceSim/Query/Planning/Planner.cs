using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Grouping;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>Looks up all names of a statement and makes its plan.</summary>
internal sealed class Planner
{
    private const int MaxOffset = 2_000;
    private const int MaxOrderFields = 32;
    private const int FirstNestedVersion = 58;

    private readonly SoqlQuery query;
    private readonly BindingContext context;
    private readonly ulong seed;
    private readonly int depth;
    private readonly PathBinder paths;
    private readonly TermBinder terms;

    private Planner(SoqlQuery query, BindingContext context, ulong seed, int depth, SObjectType? @object)
    {
        (this.query, this.context, this.seed, this.depth) = (query, context, seed, depth);
        paths = new PathBinder(context.Store.Schema, query, @object);
        terms = new TermBinder(context, paths);
    }

    /// <exception cref="SoqlException">A name is unknown, or a literal does not fit its field.</exception>
    public static QueryPlan Plan(SoqlQuery query, BindingContext context, ulong seed) => new Planner(query, context, seed, 0, null).Plan();

    /// <summary>The plan of a statement that differs from a planned one in the values of its conditions alone.</summary>
    /// <param name="query">The statement.</param>
    /// <param name="like">The plan of the other one, of rows.</param>
    /// <param name="context">As of <see cref="Plan(SoqlQuery, BindingContext, ulong)"/>.</param>
    /// <exception cref="SoqlException">A literal does not fit its field.</exception>
    public static QueryPlan Plan(SoqlQuery query, QueryPlan like, BindingContext context)
    {
        var where = new Planner(query, context, 0, 0, like.Object).Where();
        return like with { Source = query, Where = where, Access = AccessPath.Choose(where, like.Order, query.Limit is not null) };
    }

    private QueryPlan Plan()
    {
        ClauseRules.Check(query, context.Options, isChild: depth > 0);
        if (query.Offset > MaxOffset)
        {
            throw new SoqlException(SoqlCodes.NumberOutsideValidRange, "Maximum SOQL offset allowed is 2000");
        }

        return ClauseRules.IsGrouped(query) ? Groups() : Rows();
    }

    private QueryPlan Rows()
    {
        var select = new SelectBinder(context, paths, terms, query, Children).Bind();
        var where = Where();
        var order = Order(terms);
        return Make(select, where, order, AccessPath.Choose(where, order, query.Limit is not null));
    }

    private QueryPlan Groups()
    {
        var groups = new GroupBinder(context, terms, query);
        var select = GroupSelect.Bind(query, groups);
        var where = Where();
        var having = query.Having is null ? null : new ConditionBinder(context, paths, groups, SoqlClause.Having).Bind(query.Having);
        var order = Order(groups);
        return Make(select, where, order, AccessPath.Choose(where)) with { Groups = new GroupPlan(groups.Groups, query.GroupBy?.Kind ?? GroupKind.Plain, groups.Slots, having) };
    }

    private QueryPlan Make(SelectNode select, Predicate? where, RowOrder order, AccessPath access) =>
        new(paths.Object, query.CountOnly, select, where, order, access, query.Limit ?? int.MaxValue, query.Offset ?? 0)
        {
            Source = query,
            View = query.View,
            MinVersion = context.MinVersion,
        };

    private Predicate? Where()
    {
        var where = query.Where is null ? null : new ConditionBinder(context, paths, terms).Bind(query.Where);
        var scope = query.Scope is null ? null : ScopeRules.Bind(query, paths.Object, context);
        return where is null || scope is null ? where ?? scope : new AndPredicate([scope, where]);
    }

    private RowOrder Order(ITermBinder binder)
    {
        if (query.OrderBy.Count > MaxOrderFields)
        {
            throw SoqlException.Malformed(query.Statement, query.OrderBy[MaxOrderFields].Term.At, "ORDER BY can have at most 32 fields.");
        }

        return new RowOrder([.. query.OrderBy.Select(item => Key(item, binder))], context.Options.Unordered, seed);
    }

    private OrderKey Key(OrderItem item, ITermBinder binder)
    {
        var value = binder.Bind(Named(item.Term) ?? item.Term, SoqlClause.OrderBy);
        return value.Field is { Sortable: false } field
            ? throw SoqlException.At(SoqlCodes.InvalidField, query.Statement, value.At, $"field '{field.Name}' can not be sorted in a query call")
            : new OrderKey(value, item.Descending, item.NullsLast, context.Options.PicklistsAlphabetical);
    }

    /// <summary>The expression of SELECT's list that has this alias.</summary>
    private SoqlTerm? Named(SoqlTerm term)
    {
        if (term is PathTerm { Path.Names: [{ Text: var name }] })
        {
            foreach (var item in query.Fields)
            {
                if (name.Equals(item.Alias?.Text, StringComparison.OrdinalIgnoreCase))
                {
                    return item.Term;
                }
            }
        }

        return null;
    }

    private SelectEntry Children(ChildTerm term, SObjectType parent)
    {
        var name = term.Query.Object;
        if (depth > 0)
        {
            context.Require(FirstNestedVersion, () => SoqlException.Malformed(query.Statement, term.At, "Child queries within child queries need API version 58.0 or later."));
        }

        if (term.Query.Qualifier is { } qualifier && !qualifier.Text.Equals(parent.Name, StringComparison.OrdinalIgnoreCase) && !qualifier.Text.Equals(query.Alias?.Text, StringComparison.OrdinalIgnoreCase))
        {
            throw UnknownRelationship(qualifier);
        }

        foreach (var relationship in parent.Children)
        {
            if (name.Text.Equals(relationship.Name, StringComparison.OrdinalIgnoreCase))
            {
                var plan = new Planner(term.Query, context, seed, depth + 1, relationship.Child).Plan();
                return new SelectEntry(JsonEncodedText.Encode(relationship.Name!)) { Children = new ChildPlan(relationship.Field, plan) };
            }
        }

        throw UnknownRelationship(name);
    }

    private SoqlException UnknownRelationship(SoqlName name) => SoqlException.At(
        SoqlCodes.InvalidType, query.Statement, name.At, $"Didn't understand relationship '{name.Text}' in FROM part of query call. {PathBinder.RelationshipTail}");
}
