namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A matching rule: two rows match when all its fields do.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Object">The object.</param>
/// <param name="Fields">At least one.</param>
public sealed record MatchingRuleMetadata(string Place, string Name, string Object, IReadOnlyList<MatchedFieldMetadata> Fields);
