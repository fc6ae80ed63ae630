namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A validation rule: rows for which the condition is true are refused.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Object">The object.</param>
/// <param name="Active">It is checked.</param>
/// <param name="Condition">A formula.</param>
/// <param name="Message">What the client reads.</param>
/// <param name="Field">The field that the message stands at; null for the top of the page.</param>
public sealed record ValidationRuleMetadata(string Place, string Name, string Object, bool Active, string Condition, string Message, string? Field);
