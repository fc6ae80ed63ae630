using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>Looks up all names of a statement and makes its plan.</summary>
internal static class Planner
{
    private const int MaxOffset = 2_000;

    /// <exception cref="SoqlException">A name is unknown, or a literal does not fit its field.</exception>
    public static QueryPlan Plan(SoqlQuery query, BindingContext context, ulong seed)
    {
        var paths = new PathBinder(context.Store.Schema, query);
        var select = Select(query, paths);
        Predicate? where = query.Where is null ? null : new ConditionBinder(context, paths, query.Statement).Bind(query.Where);
        var order = new RowOrder([.. query.OrderBy.Select(item => Key(item, query, paths, context.Options))], context.Options.Unordered, seed);
        if (query.Offset > MaxOffset)
        {
            throw new SoqlException(SoqlCodes.NumberOutsideValidRange, "Maximum SOQL offset allowed is 2000");
        }

        var access = AccessPath.Choose(where, order, query.Limit is not null);
        return new QueryPlan(paths.Object, query.CountOnly, select, where, order, access, query.Limit ?? int.MaxValue, query.Offset);
    }

    private static SelectNode Select(SoqlQuery query, PathBinder paths)
    {
        var node = new SelectNode();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var item in query.Fields)
        {
            if (item.Alias is { } alias)
            {
                throw SoqlException.Malformed(query.Statement, alias.At, "only aggregate expressions use field aliasing");
            }

            var path = paths.Bind(item.Path);
            if (!seen.Add(path.ToString()))
            {
                throw SoqlException.Malformed(query.Statement, item.Path.At, $"duplicate field selected: {path}");
            }

            node.Add(path);
        }

        return node;
    }

    private static OrderKey Key(OrderItem item, SoqlQuery query, PathBinder paths, QueryOptions options)
    {
        var path = paths.Bind(item.Path);
        return path.Field is { Sortable: false } field
            ? throw SoqlException.At(SoqlCodes.InvalidField, query.Statement, path.At, $"field '{field.Name}' can not be sorted in a query call")
            : new OrderKey(path, item.Descending, item.NullsLast, options.PicklistsAlphabetical);
    }
}
