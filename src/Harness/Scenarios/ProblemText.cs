using System.Globalization;
using System.Text;

namespace SfMarketo.Harness.Scenarios;

/// <summary>Writes problems for a person: code, message, place, the line itself with a caret, and what to do.</summary>
public static class ProblemText
{
    public static string Write(IReadOnlyList<ScenarioReading> readings)
    {
        var text = new StringBuilder();
        var count = 0;
        foreach (var reading in readings)
        {
            foreach (var problem in reading.Problems)
            {
                Append(text, reading, problem);
                count++;
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "error" : "errors")}. Nothing was run. Exit code 2.\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, ScenarioReading reading, ScenarioProblem problem)
    {
        var culture = CultureInfo.InvariantCulture;
        var number = problem.Line.ToString(culture);
        var margin = new string(' ', number.Length);
        var line = reading.LineOf(problem).Replace('\t', ' ');
        var caret = new string('^', Math.Max(1, Math.Min(problem.Length, line.Length - problem.Column + 1)));
        text.Append(culture, $"error {problem.Code}: {problem.Message}\n");
        text.Append(culture, $"  --> {reading.FileOf(problem)}:{problem.Line}:{problem.Column}\n");
        text.Append(culture, $"{margin} |\n");
        text.Append(culture, $"{number} | {line}\n");
        text.Append(culture, $"{margin} | {new string(' ', problem.Column - 1)}{caret}{(problem.Suggestion is null ? "" : " " + problem.Suggestion)}\n");
    }
}
