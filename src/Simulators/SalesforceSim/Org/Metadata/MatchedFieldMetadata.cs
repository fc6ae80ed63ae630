namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A field of a matching rule.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Field">The field.</param>
/// <param name="Fuzzy">Nearly the same is enough; otherwise equal, ignoring case.</param>
/// <param name="MatchBlank">Two empty values match.</param>
public sealed record MatchedFieldMetadata(string Place, string Field, bool Fuzzy, bool MatchBlank);
