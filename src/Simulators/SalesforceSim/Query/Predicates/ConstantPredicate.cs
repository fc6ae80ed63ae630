namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>The same answer for each row, as for <c>IsConverted = null</c>: a boolean is never null.</summary>
internal sealed class ConstantPredicate(bool answer) : FieldPredicate(0, answer)
{
    public override int Cost => 0;

    protected override bool Match(object value) => OnNull;
}
