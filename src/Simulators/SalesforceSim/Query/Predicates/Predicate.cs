using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A condition with names looked up and literals converted: tested once per row.</summary>
internal abstract class Predicate
{
    /// <summary>Relative price of one test; the cheapest part of an AND is tested first.</summary>
    public abstract int Cost { get; }

    /// <summary>No row outside [Low, High) of SystemModstamp (microseconds) can pass.</summary>
    public virtual (long Low, long High) StampBounds => (long.MinValue, long.MaxValue);

    /// <summary>Values one of which the field must have, when that is all the predicate says; null otherwise.</summary>
    public virtual RequiredValues? RequiredValues => null;

    public abstract bool Test(SRow row, QueryScope scope);
}
