namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>An entry of an assignment rule.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Condition">A formula; null holds always.</param>
/// <param name="Owners">Usernames or queue names; more than one take turns.</param>
public sealed record AssignmentEntryMetadata(string Place, string? Condition, IReadOnlyList<string> Owners);
