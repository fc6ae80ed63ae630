namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A duplicate rule: what happens to a row that matches another.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Name">Developer name, in the answer.</param>
/// <param name="Object">The object.</param>
/// <param name="Active">It is checked.</param>
/// <param name="MatchingRule">Name of a matching rule of the file or of a standard one.</param>
/// <param name="OnCreate">For new rows.</param>
/// <param name="OnUpdate">For changed rows.</param>
/// <param name="Message">The alert text, or null for the vendor's.</param>
public sealed record DuplicateRuleMetadata(string Place, string Name, string Object, bool Active, string MatchingRule, DuplicateAction OnCreate, DuplicateAction OnUpdate, string? Message);
