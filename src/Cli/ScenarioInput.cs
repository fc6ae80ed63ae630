using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Cli;

/// <summary>The scenarios that a command names; tells the user what is wrong with them.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="Set">Values over each of them, KEY=VALUE.</param>
/// <param name="Format">How problems are written.</param>
internal sealed record ScenarioInput(IReadOnlyList<string> Paths, IReadOnlyList<string> Set, ProblemFormat Format)
{
    public ScenarioReader Reader { get; } = new(StandardVocabulary.Instance);

    /// <summary>The runs of the scenarios, or null when something is wrong; then it has been said.</summary>
    /// <param name="only">The name of a scenario, or of one run of its matrix; null for all.</param>
    public IReadOnlyList<Scenario>? Runs(string? only = null)
    {
        if (Readings() is not { } readings)
        {
            return null;
        }

        Scenario[] all = [.. readings.SelectMany(reading => reading.Runs)];
        Scenario[] scenarios = [.. all.Where(scenario => only is null || scenario.Name == only || scenario.Story == only)];
        if (scenarios.Length > 0)
        {
            return scenarios;
        }

        Complain($"No scenario is named '{only}'. There are: {string.Join(", ", all.Select(scenario => scenario.Name))}.");
        return null;
    }

    /// <summary>The files, all without problems; null when something is wrong, and then it has been said.</summary>
    public IReadOnlyList<ScenarioReading>? Readings()
    {
        var readings = ScenarioFiles.Read(Reader, Paths, out var complaint, Set);
        if (complaint is not null)
        {
            Complain(complaint);
            return null;
        }

        if (readings.All(reading => reading.Problems.Count == 0))
        {
            return readings;
        }

        switch (Format)
        {
            case ProblemFormat.Json:
                Console.Out.Write(ProblemJson.Write(readings));
                break;
            case ProblemFormat.GitHub:
                Console.Out.Write(ProblemAnnotations.Write(readings));
                break;
            default:
                Console.Error.Write(ProblemText.Write(readings));
                break;
        }

        return null;
    }

    private void Complain(string complaint)
    {
        switch (Format)
        {
            case ProblemFormat.Json:
                Console.Out.Write(ProblemJson.Write(complaint));
                break;
            case ProblemFormat.GitHub:
                Console.Out.Write(ProblemAnnotations.Write(complaint));
                break;
            default:
                Console.Error.WriteLine(complaint);
                break;
        }
    }
}
