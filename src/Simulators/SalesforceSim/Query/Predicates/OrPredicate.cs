using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Query.Predicates;

internal sealed class OrPredicate : Predicate
{
    private readonly Predicate[] parts;

    public OrPredicate(IEnumerable<Predicate> parts)
    {
        this.parts = [.. parts.OrderBy(part => part.Cost)];
        Cost = this.parts.Sum(part => part.Cost);
        var (low, high) = (long.MaxValue, long.MinValue);
        foreach (var part in this.parts)
        {
            low = Math.Min(low, part.StampBounds.Low);
            high = Math.Max(high, part.StampBounds.High);
        }

        StampBounds = (low, high);
    }

    public IReadOnlyList<Predicate> Parts => parts;

    public override int Cost { get; }

    /// <summary>The poller's <c>(SystemModstamp = w AND Id > i) OR SystemModstamp > w</c> starts at w.</summary>
    public override (long Low, long High) StampBounds { get; }

    public override bool Test(SRow row, QueryScope scope)
    {
        foreach (var part in parts)
        {
            if (part.Test(row, scope))
            {
                return true;
            }
        }

        return false;
    }
}
