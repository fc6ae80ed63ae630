using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A text or id before or after another in sort order.</summary>
internal sealed class TextOrderPredicate(int field, CompareOperator @operator, string wanted, StringComparison comparison) : FieldPredicate(field, onNull: false)
{
    public override int Cost => 2;

    protected override bool Match(object value)
    {
        var order = string.Compare((string)value, wanted, comparison);
        return @operator switch
        {
            CompareOperator.Less => order < 0,
            CompareOperator.LessOrEqual => order <= 0,
            CompareOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }
}
