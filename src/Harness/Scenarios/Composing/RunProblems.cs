using SfMarketo.Harness.Scenarios.Reading;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Composing;

/// <summary>The problems of all runs of a matrix as one list: what is wrong in every run stands there once, what is wrong in some names the first of them.</summary>
/// <param name="common">What was wrong before the runs.</param>
internal sealed class RunProblems(ProblemList common)
{
    private readonly List<(ScenarioProblem Problem, Combination First, int Runs)> found = [];
    private int runs;

    /// <param name="combination">The run.</param>
    /// <param name="problems">What is wrong with it.</param>
    /// <param name="unknown">Places whose problems, but for the unknown variable itself, are left out.</param>
    public void Add(Combination combination, ProblemList problems, IReadOnlySet<Place> unknown)
    {
        runs++;
        var places = unknown.Select(place => (place.File, place.Line, place.Column)).ToHashSet();
        foreach (var problem in problems.Sorted().Where(problem => problem.Code == ProblemCode.UnknownVar || !places.Contains((problem.File, problem.Line, problem.Column))).Distinct())
        {
            var known = found.FindIndex(one => one.Problem == problem);
            if (known < 0)
            {
                found.Add((problem, combination, 1));
            }
            else
            {
                found[known] = found[known] with { Runs = found[known].Runs + 1 };
            }
        }
    }

    public IReadOnlyList<ScenarioProblem> Sorted()
    {
        common.AddRange(found.Select(one => one.Runs == runs ? one.Problem : one.Problem with { Message = $"{one.Problem.Message} (with {one.First.Label})" }));
        found.Clear();
        return common.Sorted();
    }
}
