using System.CommandLine;
using System.Text.RegularExpressions;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Cli.Stories;

/// <summary><c>sfmarketo scenarios new NAME</c>: the first text of a scenario, which runs green as it is.</summary>
internal static partial class NewCommand
{
    /// <summary>Where scenarios are, below the folder one is in.</summary>
    public const string Folder = "scenarios";

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Lower-case words with hyphens, such as a-lost-answer; also the file's name." };
        var theme = new Option<string?>("--theme") { Description = $"The folder below {Folder} for it.", HelpName = "FOLDER" };
        var command = new Command("new", $"Writes {Folder}/THEME/NAME.yaml: a small story with comments that runs green as it is.\n\n{ExitCode.Help}") { name, theme };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(name), parsed.GetValue(theme)));
        return command;
    }

    private static int Write(string name, string? theme)
    {
        if (!Kebab().IsMatch(name) || (theme is not null && !Kebab().IsMatch(theme)))
        {
            return Refuse($"'{(Kebab().IsMatch(name) ? theme : name)}' is not in kebab-case: write lower-case words with hyphens, such as a-lost-answer.");
        }

        var file = theme is null ? $"{Folder}/{name}.yaml" : $"{Folder}/{theme}/{name}.yaml";
        if (File.Exists(file))
        {
            return Refuse($"There is a file '{file}' already: choose another name.");
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, StarterScenario.Text(name, theme is null ? "scenario.schema.json" : "../scenario.schema.json"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse($"The file '{file}' cannot be written: {error.Message}");
        }

        Console.Out.WriteLine($"{file} is written. It passes as it is: sfmarketo run {file}");
        return ExitCode.Passed;
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCode.WrongInput;
    }

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Kebab();
}
