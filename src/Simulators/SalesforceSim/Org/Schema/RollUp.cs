namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>A field of a parent that the server works out from its children.</summary>
/// <param name="Lookup">The children's lookup to the parent.</param>
/// <param name="Target">The parent's field.</param>
/// <param name="Operation">How.</param>
/// <param name="Value">What a live child gives: null when it does not count; for <see cref="RollUpOperation.Count"/> anything else counts 1.</param>
internal sealed record RollUp(SField Lookup, SField Target, RollUpOperation Operation, Func<OrgStore, SRow, object?> Value)
{
    /// <summary>Count and sum move by the difference, so that the cost does not grow with the children.</summary>
    public bool MovesByDifference => Operation is RollUpOperation.Count or RollUpOperation.Sum;

    /// <summary>The share of one child in a count or sum.</summary>
    public double Share(OrgStore store, SRow? child) =>
        child is null or { Deleted: true } || Value(store, child) is not { } value ? 0
        : Operation == RollUpOperation.Count ? 1
        : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A number in the form of the target.</summary>
    public object Shape(double number) => Target.Type == SFieldType.Int ? Boxes.Of((int)number) : Boxes.Of(Math.Round(number, Math.Min(Target.Scale, 15), MidpointRounding.AwayFromZero));
}
