namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A field update of a workflow rule.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Field">The field of the row.</param>
/// <param name="Value">The new value as text; null with <paramref name="Formula"/>, or to clear the field.</param>
/// <param name="Formula">The new value as a formula, or null.</param>
/// <param name="Reevaluate">The rules of the object are looked at once more after it.</param>
public sealed record FieldUpdateMetadata(string Place, string Field, string? Value, string? Formula, bool Reevaluate);
