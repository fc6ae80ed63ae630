using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Query.Predicates;

internal sealed class AndPredicate : Predicate
{
    private readonly Predicate[] parts;

    public AndPredicate(IEnumerable<Predicate> parts)
    {
        // OrderBy is stable: parts of one price keep the order of the statement.
        this.parts = [.. parts.OrderBy(part => part.Cost)];
        Cost = this.parts.Sum(part => part.Cost);
        var (low, high) = (long.MinValue, long.MaxValue);
        foreach (var part in this.parts)
        {
            low = Math.Max(low, part.StampBounds.Low);
            high = Math.Min(high, part.StampBounds.High);
        }

        StampBounds = (low, high);
    }

    public IReadOnlyList<Predicate> Parts => parts;

    public override int Cost { get; }

    public override (long Low, long High) StampBounds { get; }

    public override bool Test(SRow row, QueryScope scope)
    {
        foreach (var part in parts)
        {
            if (!part.Test(row, scope))
            {
                return false;
            }
        }

        return true;
    }
}
