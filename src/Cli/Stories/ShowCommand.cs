using System.CommandLine;

namespace SfMarketo.Cli.Stories;

/// <summary><c>sfmarketo scenarios show PATHS...</c>: a scenario with all it uses, where each line comes from, and what was understood.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var input = new InputOptions();
        var command = new Command("show", $"Shows scenarios whole: used files and variables put in, the source of each line, and what they come to.\n\n{ExitCode.Help}");
        input.AddTo(command);
        command.SetAction(parsed =>
        {
            var asked = input.Of(parsed);
            if (asked.Readings() is not { } readings)
            {
                return ExitCode.WrongInput;
            }

            Console.Out.Write(string.Join("\n---\n", readings.Select(reading => asked.Reader.Show(reading, asked.Set))));
            return ExitCode.Passed;
        });
        return command;
    }
}
