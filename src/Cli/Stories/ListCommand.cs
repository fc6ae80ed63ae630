using System.CommandLine;
using System.Globalization;
using SfMarketo.Harness.Scenarios;
using Spectre.Console;

namespace SfMarketo.Cli.Stories;

/// <summary><c>sfmarketo scenarios list PATHS...</c>: what there is and what it is about.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var input = new InputOptions();
        var command = new Command("list", $"Lists scenarios with what they are about.\n\n{ExitCode.Help}");
        input.AddTo(command);
        command.SetAction(parsed =>
        {
            if (input.Of(parsed).Readings() is not { } readings)
            {
                return ExitCode.WrongInput;
            }

            Write(readings, ConsoleOutput.Create());
            return ExitCode.Passed;
        });
        return command;
    }

    /// <summary>A row for each file.</summary>
    public static void Write(IReadOnlyList<ScenarioReading> readings, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var header in (ReadOnlySpan<string>)["theme", "scenario", "virtual time"])
        {
            table.AddColumn(new TableColumn(header) { NoWrap = true });
        }

        table.AddColumn(new TableColumn("runs") { NoWrap = true, Alignment = Justify.Right }).AddColumn("tags").AddColumn("why");
        foreach (var reading in readings)
        {
            var scenario = reading.Scenario!;
            table.AddRow(
                Cell(Theme(reading.File)), Cell(scenario.Story), Cell(ShortTime.Of(scenario.Duration)), Cell(reading.Runs.Count.ToString(CultureInfo.InvariantCulture)),
                Cell(string.Join(", ", scenario.Tags)), Cell(FirstSentence(scenario.Why)));
        }

        console.Write(table);
    }

    /// <summary>The folder that a scenario is in, below <c>scenarios</c>.</summary>
    private static string Theme(string file) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) is { } folder && folder != NewCommand.Folder ? folder : "";

    private static Markup Cell(string text) => new(Markup.Escape(text));

    private static string FirstSentence(string why)
    {
        var text = why.ReplaceLineEndings(" ");
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }
}
