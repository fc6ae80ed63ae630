namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>An assignment rule of Leads or Cases. One of an object is active; a request can name any by its id.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Name">Cause of its commits.</param>
/// <param name="Object"><c>Lead</c> or <c>Case</c>.</param>
/// <param name="Active">It runs when a request names none.</param>
/// <param name="Entries">The first that holds decides.</param>
/// <param name="DefaultOwner">Username or queue that gets new rows for which no entry holds; null: the owner stays.</param>
public sealed record AssignmentRuleMetadata(string Place, string Name, string Object, bool Active, IReadOnlyList<AssignmentEntryMetadata> Entries, string? DefaultOwner);
