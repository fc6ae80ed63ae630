namespace SfMarketo.SalesforceSim.Query.Predicates;

internal sealed class LikePredicate(int field, LikePattern pattern) : FieldPredicate(field, onNull: false)
{
    public override int Cost => pattern.Cost;

    protected override bool Match(object value) => pattern.Matches((string)value);
}
