using System.CommandLine;
using System.Globalization;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Cli.Stories;

/// <summary><c>sfmarketo scenarios validate PATHS...</c>: whether scenarios can be read.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var input = new InputOptions();
        var command = new Command("validate", $"Reads scenarios and lists everything that is wrong with them.\n\n{ExitCode.Help}");
        input.AddTo(command);
        command.SetAction(parsed =>
        {
            var asked = input.Of(parsed);
            if (asked.Readings() is not { } readings)
            {
                return ExitCode.WrongInput;
            }

            Console.Out.Write(asked.Format switch
            {
                ProblemFormat.Json => ProblemJson.Write(readings),
                ProblemFormat.GitHub => ProblemAnnotations.Write(readings),
                _ => Sentence(readings),
            });
            return ExitCode.Passed;
        });
        return command;
    }

    private static string Sentence(IReadOnlyList<ScenarioReading> readings)
    {
        var runs = readings.Sum(reading => reading.Runs.Count);
        var sentence = readings.Count == 1 ? "1 scenario is valid" : string.Create(CultureInfo.InvariantCulture, $"{readings.Count} scenarios are valid");
        return sentence + (runs == readings.Count ? ".\n" : string.Create(CultureInfo.InvariantCulture, $", {runs} runs.\n"));
    }
}
