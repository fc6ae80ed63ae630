namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>What a roll-up summary field counts.</summary>
/// <param name="Operation"><c>count</c>, <c>sum</c>, <c>min</c> or <c>max</c>.</param>
/// <param name="Object">The children's object.</param>
/// <param name="Lookup">The children's lookup to this object; null when there is only one.</param>
/// <param name="Field">The children's field; null for count.</param>
/// <param name="Filter">A condition that children must meet; null for all.</param>
public sealed record RollUpMetadata(string Operation, string Object, string? Lookup, string? Field, string? Filter);
