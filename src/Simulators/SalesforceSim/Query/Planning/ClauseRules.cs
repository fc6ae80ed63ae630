using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>Which clauses may stand together, and which only others than REST clients may use.</summary>
internal static class ClauseRules
{
    /// <exception cref="SoqlException">A clause may not stand there.</exception>
    public static void Check(SoqlQuery query, QueryOptions options, bool isChild)
    {
        if (query.ApexOnly is { } apex && !options.ApexOnlyClauses)
        {
            throw SoqlException.Malformed(query.Statement, apex.At, $"unexpected token: '{apex.Text}'");
        }

        if (query.ArticlesOnly is { } articles)
        {
            throw SoqlException.Malformed(query.Statement, articles.At, $"{articles.Text} is for articles and questions; '{query.Object.Text}' is not one.");
        }

        if (isChild)
        {
            CheckChild(query);
        }

        if (query.GroupBy is null && HasAggregate(query) && (query.Limit is not null || query.Offset is not null))
        {
            throw new SoqlException(SoqlCodes.MalformedQuery, $"Non-grouped query that uses overall aggregate functions cannot also use {(query.Limit is not null ? "LIMIT" : "OFFSET")}");
        }
    }

    /// <summary>Whether the answer has groups instead of rows.</summary>
    public static bool IsGrouped(SoqlQuery query) => query.GroupBy is not null || HasAggregate(query);

    private static void CheckChild(SoqlQuery query)
    {
        var at = query.GroupBy?.At ?? query.Fields.FirstOrDefault(item => IsAggregate(item.Term)).Term?.At ?? (query.CountOnly ? query.Object.At : -1);
        if (at >= 0)
        {
            throw SoqlException.Malformed(query.Statement, at, "Aggregate expressions are not allowed in child queries");
        }

        if (query.View != ViewMark.None || query.Scope is not null || query.Parents.Count > 0)
        {
            throw SoqlException.Malformed(query.Statement, query.Object.At, "FOR VIEW, FOR REFERENCE, USING SCOPE and further entries of FROM are not allowed in child queries");
        }
    }

    private static bool HasAggregate(SoqlQuery query)
    {
        foreach (var item in query.Fields)
        {
            if (IsAggregate(item.Term))
            {
                return true;
            }
        }

        foreach (var item in query.OrderBy)
        {
            if (IsAggregate(item.Term))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAggregate(SoqlTerm term) => term is CallTerm call && (call.Function.IsAggregate() || IsAggregate(call.Argument));
}
