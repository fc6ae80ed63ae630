using System.CommandLine;
using System.Globalization;
using SfMarketo.Cli.Verdicts;
using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Records;
using SfMarketo.Harness.Rejudging;
using SfMarketo.Harness.Reports;
using Spectre.Console;

namespace SfMarketo.Cli;

/// <summary><c>sfmarketo judge DIR</c>: judges a run again from its records.</summary>
internal static class JudgeCommand
{
    private const int Shown = 5;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of a run, as 'run --out' leaves it, or one that holds a single run's folder." };
        var command = new Command("judge", $"Judges a run again from its records: all checks, not the scenario's own expectations and thresholds.\n\n{ExitCode.Help}") { directory };
        command.SetAction(parsed => Judge(parsed.GetRequiredValue(directory), Console.Out, Console.Error));
        return command;
    }

    /// <returns>An exit code.</returns>
    public static int Judge(string directory, TextWriter output, TextWriter errors)
    {
        try
        {
            using var replay = RunReplay.Open(directory);
            var brief = replay.ReadBrief();
            IReadOnlyList<CheckResult> checks;
            using (var progress = new ProgressLine(brief.Scenario))
            {
                checks = replay.Judge(brief, read => progress.Show(string.Create(CultureInfo.InvariantCulture, $"{read:N0} records")));
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{brief.Scenario}, seed {brief.Seed}, made by version {brief.Version}: {replay.Read:N0} records"));
            return Tell([.. checks.Where(check => check.Applied)], ConsoleOutput.Create(output, Console.IsOutputRedirected));
        }
        catch (Exception error) when (error is RecordException or RecordFormatException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(error.Message);
            return ExitCode.WrongInput;
        }
    }

    private static int Tell(IReadOnlyList<CheckResult> checks, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.None).AddColumn("check").AddColumn("verdict").AddColumn(new TableColumn("examined").RightAligned()).AddColumn("what must hold");
        foreach (var check in checks)
        {
            table.AddRow(
                Markup.Escape(check.Id), check.Passed ? "[green]held[/]" : "[red]BROKEN[/]", check.Examined.ToString("N0", CultureInfo.InvariantCulture), Markup.Escape(check.Title));
        }

        console.Write(table);
        var writer = console.Profile.Out.Writer;
        foreach (var check in checks.Where(check => !check.Passed))
        {
            writer.WriteLine($"{check.Id} {check.Title}");
            foreach (var one in check.Violations.Take(Shown))
            {
                writer.WriteLine($"  {RunVerdicts.Sentence(new ViolationReport(one.What, one.At, one.Record, one.Calls))}");
            }

            if (check.Found == 0)
            {
                writer.WriteLine("  it examined nothing");
            }
            else if (check.Found > Shown)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ... and {check.Found - Shown:N0} more"));
            }
        }

        var broken = checks.Count(check => !check.Passed);
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{checks.Count - broken} checks held, {broken} broken"));
        return broken == 0 ? ExitCode.Passed : ExitCode.Failed;
    }
}
