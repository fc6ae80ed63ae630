namespace SfMarketo.Harness.Scenarios;

/// <summary>What came of reading a scenario file: the scenario, or all that is wrong with it.</summary>
/// <param name="File">As it was given.</param>
/// <param name="Lines">The file's text, so that a problem can show its line.</param>
/// <param name="Scenario">Null when there are problems.</param>
/// <param name="Problems">In the order of the file.</param>
public sealed record ScenarioReading(string File, IReadOnlyList<string> Lines, Scenario? Scenario, IReadOnlyList<ScenarioProblem> Problems);
