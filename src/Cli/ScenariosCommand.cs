using System.CommandLine;
using Spectre.Console;

namespace SfMarketo.Cli;

/// <summary><c>sfmarketo scenarios list|validate PATHS...</c>: what there is, and whether it can be read.</summary>
internal static class ScenariosCommand
{
    public static Command Create() => new("scenarios", $"Lists and validates scenario files without running them.\n\n{ExitCode.Help}") { List(), Validate() };

    private static Command List()
    {
        var paths = Paths();
        var command = new Command("list", $"Lists scenarios with what they are about.\n\n{ExitCode.Help}") { paths };
        command.SetAction(parsed =>
        {
            if (ScenarioInput.Read(parsed.GetRequiredValue(paths), only: null) is not { } scenarios)
            {
                return ExitCode.WrongInput;
            }

            var table = new Table().Border(TableBorder.None).AddColumn("scenario").AddColumn("virtual time").AddColumn("why");
            foreach (var scenario in scenarios)
            {
                table.AddRow(Cell(scenario.Name), Cell(ShortTime.Of(scenario.Duration)), Cell(FirstSentence(scenario.Why)));
            }

            ConsoleOutput.Create().Write(table);
            return ExitCode.Passed;
        });
        return command;
    }

    private static Command Validate()
    {
        var paths = Paths();
        var command = new Command("validate", $"Reads scenarios and lists everything that is wrong with them.\n\n{ExitCode.Help}") { paths };
        command.SetAction(parsed =>
        {
            if (ScenarioInput.Read(parsed.GetRequiredValue(paths), only: null) is not { } scenarios)
            {
                return ExitCode.WrongInput;
            }

            Console.Out.WriteLine(scenarios.Count == 1 ? "1 scenario is valid." : $"{scenarios.Count} scenarios are valid.");
            return ExitCode.Passed;
        });
        return command;
    }

    private static Argument<string[]> Paths() => new("PATHS") { Description = "Scenario files, or folders of them.", Arity = ArgumentArity.OneOrMore };

    private static Markup Cell(string text) => new(Markup.Escape(text));

    private static string FirstSentence(string why)
    {
        var text = why.ReplaceLineEndings(" ");
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }
}
