namespace SfMarketo.Harness.OrgData;

/// <summary>A record that a data file names: made after the counted ones, in the order of the file.</summary>
/// <param name="Object">Salesforce object, or null for a Marketo person.</param>
/// <param name="Name">By which later records refer to its id; null for none.</param>
/// <param name="Fields">Values; a text <c>$name</c> is the id of a record above.</param>
/// <param name="File">For messages.</param>
/// <param name="Line">From 1.</param>
public sealed record FixedRecord(string? Object, string? Name, IReadOnlyList<KeyValuePair<string, object?>> Fields, string File, int Line);
