using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>When FIELDS() may be asked (SOQL Reference, "FIELDS()").</summary>
internal static class FieldsRules
{
    private const int MostRows = 200;
    private const int FirstVersion = 51;

    /// <exception cref="SoqlException">The version has no FIELDS, or too many rows could come.</exception>
    public static void Check(FieldsTerm fields, SoqlQuery query, BindingContext context)
    {
        context.Require(FirstVersion, () => new SoqlException(SoqlCodes.UnsupportedApiVersion, "The SOQL FIELDS function is not supported in this version of the API"));
        if (fields.Kind != FieldsKind.Standard && !(query.Limit <= MostRows) && !IsById(query.Where))
        {
            throw new SoqlException(SoqlCodes.MalformedQuery, "The SOQL FIELDS function must have a LIMIT of at most 200");
        }
    }

    private static bool IsById(Condition? where) => where switch
    {
        CompareCondition { Operator: CompareOperator.Equal } compare => IsId(compare.Term),
        InCondition { Negated: false } list => list.Values.Count <= MostRows && IsId(list.Term),
        JoinedCondition { IsAnd: true } and => and.Parts.Any(IsById),
        _ => false,
    };

    private static bool IsId(SoqlTerm term) => term is PathTerm { Path.Names: [{ Text: var name }] } && name.Equals("Id", StringComparison.OrdinalIgnoreCase);
}
