using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Collects everything that is wrong with a file. A reader goes on after a problem: the user wants the whole list at once.</summary>
internal sealed class ProblemList
{
    private readonly List<ScenarioProblem> problems = [];

    public int Count => problems.Count;

    public void Add(string code, Place place, string message, string? suggestion) =>
        problems.Add(new ScenarioProblem(code, message, place.Line, place.Column, place.Length, suggestion) { File = place.File });

    /// <summary>Takes over what another list has found.</summary>
    public void AddRange(IEnumerable<ScenarioProblem> found) => problems.AddRange(found);

    /// <summary>In the order of the file; those of used files after it, by the file's name.</summary>
    public IReadOnlyList<ScenarioProblem> Sorted() =>
        [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column).ThenBy(problem => problem.Code, StringComparer.Ordinal)];
}
