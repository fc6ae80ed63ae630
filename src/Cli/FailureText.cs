using System.Globalization;
using SfMarketo.Cli.Verdicts;
using SfMarketo.Harness.Reports;
using Spectre.Console;

namespace SfMarketo.Cli;

/// <summary>Says why a run failed: what broke, with the first few cases, the line of the scenario, and the command that plays it again.</summary>
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
        foreach (var verdict in RunVerdicts.Of(result).Where(verdict => !verdict.Passed))
        {
            Write(verdict, console);
        }

        if (result.Replay is not null)
        {
            Line(console, $"  replay: {result.Replay}");
        }
    }

    private static void Write(Verdict verdict, IAnsiConsole console)
    {
        Line(console, $"  {verdict.Heading}");
        foreach (var one in verdict.Facts.Concat(verdict.Cases.Take(Shown)))
        {
            Line(console, $"    {one}");
        }

        if (verdict.Cases.Count > Shown)
        {
            Line(console, string.Create(CultureInfo.InvariantCulture, $"    ... and {verdict.Cases.Count - Shown} more"));
        }

        if (verdict.Trace is not null)
        {
            Line(console, $"    trace: {verdict.Trace}");
        }
    }

    // Not through Spectre's layout, which would break long lines at its own width.
    private static void Line(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);
}
