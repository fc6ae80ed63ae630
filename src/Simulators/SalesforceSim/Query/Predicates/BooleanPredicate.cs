namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A boolean that was never set reads false.</summary>
internal sealed class BooleanPredicate(int field, bool wanted) : FieldPredicate(field, onNull: !wanted)
{
    public override int Cost => 1;

    protected override bool Match(object value) => (bool)value == wanted;
}
