using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Expectations;

/// <summary>A record that a step of the timeline made and named.</summary>
public sealed record NamedRecord(string Name, ScenarioObject Of, string Id);
