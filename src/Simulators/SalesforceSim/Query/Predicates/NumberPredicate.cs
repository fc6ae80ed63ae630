using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>An int or double compared with a number.</summary>
internal sealed class NumberPredicate(int field, CompareOperator @operator, double wanted, bool onNull) : FieldPredicate(field, onNull)
{
    public override int Cost => 1;

    protected override bool Match(object value)
    {
        var number = value is double real ? real : (int)value;
        return @operator switch
        {
            CompareOperator.Equal => number == wanted,
            CompareOperator.NotEqual => number != wanted,
            CompareOperator.Less => number < wanted,
            CompareOperator.LessOrEqual => number <= wanted,
            CompareOperator.Greater => number > wanted,
            _ => number >= wanted,
        };
    }
}
