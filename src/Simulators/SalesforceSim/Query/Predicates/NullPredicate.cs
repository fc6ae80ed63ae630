namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary><c>= null</c> and <c>!= null</c>; <c>= ''</c> is the same, because the service stores no empty text.</summary>
internal sealed class NullPredicate(int field, bool isNull) : FieldPredicate(field, onNull: isNull)
{
    public override int Cost => 1;

    protected override bool Match(object value) => !OnNull;
}
