namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A custom object.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Name">API name, <c>Project__c</c>.</param>
/// <param name="Label">One.</param>
/// <param name="PluralLabel">Many.</param>
/// <param name="AutoNumber">Form of the Name field's running number: <c>P-{0000}</c>; null for a text that clients write.</param>
/// <param name="Fields">Its own fields.</param>
public sealed record ObjectMetadata(string Place, string Name, string Label, string PluralLabel, string? AutoNumber, IReadOnlyList<FieldMetadata> Fields);
