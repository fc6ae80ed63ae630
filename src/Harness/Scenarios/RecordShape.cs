namespace SfMarketo.Harness.Scenarios;

/// <summary>A record that an org holds from the start, value by value.</summary>
/// <param name="Object">Its kind.</param>
/// <param name="As">The name that timeline and expectations give it, or null.</param>
/// <param name="With">Field values in the order of the file; a text such as <c>$acme</c> is the id of the record of that name above it.</param>
/// <param name="Linked">Its counterpart on the other side exists too, with the same values, and both know each other's id.</param>
/// <param name="Line">Where it stands in the file.</param>
public sealed record RecordShape(ScenarioObject Object, string? As, IReadOnlyList<KeyValuePair<string, object?>> With, bool Linked, int Line);
