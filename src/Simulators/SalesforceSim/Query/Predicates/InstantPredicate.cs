using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A datetime inside or outside [low, high), microseconds since 1970 UTC: every comparison with an instant or a date literal is one.</summary>
internal sealed class InstantPredicate(SField column, long low, long high, bool inside, bool onNull) : FieldPredicate(column.Number, onNull)
{
    public override int Cost => 1;

    public override (long Low, long High) StampBounds =>
        inside && column.Number == SystemFields.SystemModstamp ? (low, high) : (long.MinValue, long.MaxValue);

    protected override bool Match(object value)
    {
        var at = (long)value;
        return (at >= low && at < high) == inside;
    }
}
