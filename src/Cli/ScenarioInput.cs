using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Cli;

/// <summary>Reads the scenarios that a command names and tells the user what is wrong with them.</summary>
internal static class ScenarioInput
{
    /// <summary>The scenarios, or null when something is wrong; then it has been said on the error stream.</summary>
    public static IReadOnlyList<Scenario>? Read(IReadOnlyList<string> paths, string? only)
    {
        var readings = ScenarioFiles.Read(new ScenarioReader(StandardVocabulary.Instance), paths, out var complaint);
        if (complaint is not null)
        {
            Console.Error.WriteLine(complaint);
            return null;
        }

        if (readings.Any(reading => reading.Scenario is null))
        {
            Console.Error.Write(ProblemText.Write(readings));
            return null;
        }

        Scenario[] scenarios = [.. readings.Select(reading => reading.Scenario!).Where(scenario => only is null || scenario.Name == only)];
        if (scenarios.Length > 0)
        {
            return scenarios;
        }

        Console.Error.WriteLine($"No scenario is named '{only}'. There are: {string.Join(", ", readings.Select(reading => reading.Scenario!.Name))}.");
        return null;
    }
}
