using System.Globalization;
using SfMarketo.Harness.Reports;
using Spectre.Console;

namespace SfMarketo.Cli;

/// <summary>Says why a run failed: what broke, with the first few cases and the line of the scenario.</summary>
internal static class FailureText
{
    private const int Shown = 5;

    public static void Write(RunResult result, IAnsiConsole console)
    {
        if (result.Passed)
        {
            return;
        }

        console.WriteLine();
        console.Write(new Markup($"[red]{Markup.Escape(result.Scenario)}[/] failed (seed {result.Seed.ToString(CultureInfo.InvariantCulture)})\n"));
        if (result.Failure is not null)
        {
            Line(console, $"  the run broke off: {result.Failure}");
        }

        Cases(console, "  steps that could not happen", result.Missed);
        foreach (var check in result.Checks.Where(check => !check.Passed))
        {
            string[] cases = check.Violations.Count == 0 ? ["it examined nothing"] : [.. check.Violations.Select(Sentence)];
            Cases(console, $"  {check.Id} {check.Title} (examined {check.Examined})", cases);
        }

        foreach (var one in result.Expectations.Where(one => !one.Passed))
        {
            Cases(console, $"  {result.File}:{one.Line}: {one.Text}", one.Failures);
        }

        foreach (var one in result.Reached.Where(one => !one.Passed))
        {
            Line(console, string.Create(CultureInfo.InvariantCulture, $"  {result.File}:{one.Line}: reached {one.Metric} {one.Goal}, but it was {one.Actual}"));
        }

        foreach (var one in result.Thresholds.Where(one => !one.Passed))
        {
            Cases(console, $"  {result.File}:{one.Threshold.Line}: threshold {one.Threshold} {(one.Actual is null ? "was not measured" : "crossed")}", [Sentence(one)]);
        }

        if (result.RecordsHash is not null)
        {
            Line(console, $"  records {result.RecordsHash}");
        }

        if (result.Figures.Lost > 0 || result.Figures.Doubled > 0)
        {
            Line(console, string.Create(CultureInfo.InvariantCulture, $"  lost {result.Figures.Lost}, doubled {result.Figures.Doubled}"));
        }
    }

    private static void Cases(IAnsiConsole console, string heading, IReadOnlyList<string> cases)
    {
        if (cases.Count == 0)
        {
            return;
        }

        Line(console, heading);
        foreach (var one in cases.Take(Shown))
        {
            Line(console, $"    {one}");
        }

        if (cases.Count > Shown)
        {
            Line(console, string.Create(CultureInfo.InvariantCulture, $"    ... and {cases.Count - Shown} more"));
        }
    }

    private static string Sentence(ThresholdResult crossed) => crossed is { Actual: { } actual, Slowest: { } slowest }
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{crossed.Threshold.Limit.Statistic} of {crossed.Count} was {ShortTime.Of(actual)}; the slowest took {ShortTime.Of(TimeSpan.FromMicroseconds(slowest.Took))} from {Instant(slowest.From)} to {slowest.Record}")
        : "nothing was timed there; write orNone: true if that is good";

    private static string Instant(long micros) => DateTimeOffset.UnixEpoch.AddMicroseconds(micros).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    public static string Sentence(ViolationReport violation)
    {
        var at = violation.At is { } micros ? Instant(micros) + " " : "";
        var calls = violation.Calls.Count == 0 ? "" : $" (calls {string.Join(", ", violation.Calls.Take(Shown))})";
        return $"{at}{violation.Record}{(violation.Record.Length == 0 ? "" : ": ")}{violation.What}{calls}";
    }

    // Not through Spectre's layout, which would break long lines at its own width.
    private static void Line(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);
}
