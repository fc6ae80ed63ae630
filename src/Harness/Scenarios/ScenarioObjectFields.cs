namespace SfMarketo.Harness.Scenarios;

/// <summary>An object and its fields, in the vendor's spelling.</summary>
public sealed record ScenarioObjectFields(ScenarioObject Object, IReadOnlyList<string> Fields);
