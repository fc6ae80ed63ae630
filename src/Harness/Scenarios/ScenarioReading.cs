namespace SfMarketo.Harness.Scenarios;

/// <summary>What came of reading a scenario file: the scenario, or all that is wrong with it.</summary>
/// <param name="File">As it was given.</param>
/// <param name="Lines">The file's text, so that a problem can show its line.</param>
/// <param name="Runs">One for each combination of the matrix, at least one; empty when there are problems.</param>
/// <param name="Problems">In the order of the file.</param>
public sealed record ScenarioReading(string File, IReadOnlyList<string> Lines, IReadOnlyList<Scenario> Runs, IReadOnlyList<ScenarioProblem> Problems)
{
    /// <summary>The first run, which is the only one without a matrix; null when there are problems.</summary>
    public Scenario? Scenario => Runs.Count == 0 ? null : Runs[0];

    /// <summary>The lines of used files, and what the command line sets, by the name that problems have.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sources { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The file that a problem is in, as it was given or used.</summary>
    public string FileOf(ScenarioProblem problem) => problem.File ?? File;

    /// <summary>The line that a problem is in; empty when there is none.</summary>
    public string LineOf(ScenarioProblem problem)
    {
        var lines = problem.File is null ? Lines : Sources.GetValueOrDefault(problem.File, []);
        return problem.Line <= lines.Count ? lines[problem.Line - 1] : "";
    }
}
