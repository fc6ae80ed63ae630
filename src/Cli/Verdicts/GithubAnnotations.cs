using System.Globalization;
using System.Text;

namespace SfMarketo.Cli.Verdicts;

/// <summary>Writes what failed as workflow commands of GitHub Actions, which show it at the scenario's line: <c>::error file=...,line=...,title=...::message</c>.</summary>
/// <remarks>Source: GitHub Docs, "Workflow commands for GitHub Actions".</remarks>
internal static class GithubAnnotations
{
    private const int Shown = 5;

    public static string Of(IReadOnlyList<FinishedRun> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            var result = run.Result;
            foreach (var verdict in RunVerdicts.Of(result).Where(verdict => !verdict.Passed))
            {
                string[] lines = [verdict.Heading, .. verdict.Facts, .. verdict.Cases.Take(Shown), .. Labelled("trace", verdict.Trace), .. Labelled("replay", result.Replay)];
                Append(text, "error", verdict.File ?? result.File, verdict.Line, $"{result.Scenario}: {verdict.Kind}", string.Join('\n', lines));
            }

            foreach (var warning in result.Warnings)
            {
                Append(text, "warning", result.File, null, result.Scenario, warning);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string command, string file, int? line, string title, string message) =>
        text.Append(CultureInfo.InvariantCulture, $"::{command} file={Property(file)},line={line ?? 1},title={Property(title)}::{Message(message)}\n");

    private static string Message(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string[] Labelled(string label, string? text) => text is null ? [] : [$"{label}: {text}"];
}
