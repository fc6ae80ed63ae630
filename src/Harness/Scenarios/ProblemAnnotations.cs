using System.Globalization;
using System.Text;

namespace SfMarketo.Harness.Scenarios;

/// <summary>Writes problems as workflow commands of GitHub Actions, which shows each at its line of the change.</summary>
/// <remarks>Source of the form and its escapes: docs.github.com, "Workflow commands for GitHub Actions", and the toolkit's command.ts.</remarks>
public static class ProblemAnnotations
{
    public static string Write(IReadOnlyList<ScenarioReading> readings)
    {
        var text = new StringBuilder();
        foreach (var reading in readings)
        {
            foreach (var problem in reading.Problems)
            {
                var message = problem.Suggestion is null ? problem.Message : $"{problem.Message}: {problem.Suggestion}";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"::error file={Property(reading.FileOf(problem))},line={problem.Line},col={problem.Column},endColumn={problem.Column + problem.Length},title={Property(problem.Code)}::{Data(message)}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The annotation when no file could be read.</summary>
    public static string Write(string complaint) => $"::error title={Reading.ProblemCode.NoInput}::{Data(complaint)}\n";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
