namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>A list of children as seen from the parent.</summary>
/// <param name="Child">The child's object.</param>
/// <param name="Field">The child's field that points to the parent.</param>
/// <param name="Name">The relationship's name for sub-queries, or null when it has none.</param>
internal sealed record ChildRelationship(SObjectType Child, SField Field, string? Name);
