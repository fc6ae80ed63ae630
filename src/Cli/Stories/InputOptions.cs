using System.CommandLine;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Cli.Stories;

/// <summary>What each command that reads scenarios takes: their paths, values to set, and the form of problems.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> paths = new("PATHS") { Description = "Scenario files, or folders of them.", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string[]> set = new("--set")
    {
        Description = "Set a variable of the scenario, or a key by its dotted path, such as rate=30 or engine.exclusive=true. Can be given several times.",
        HelpName = "KEY=VALUE",
    };

    private readonly Option<string> format = Format();

    /// <summary>Gives a command these arguments and options.</summary>
    public void AddTo(Command command)
    {
        command.Add(paths);
        command.Add(set);
        command.Add(format);
    }

    public ScenarioInput Of(ParseResult parsed) =>
        new(parsed.GetRequiredValue(paths), parsed.GetValue(set) ?? [], Enum.Parse<ProblemFormat>(parsed.GetRequiredValue(format), ignoreCase: true));

    private static Option<string> Format()
    {
        var option = new Option<string>("--format") { Description = "How problems of scenario files are written: text for a person, json as one array, github as annotations. With github a run's failures are annotations, too.", DefaultValueFactory = _ => "text" };
        option.AcceptOnlyFromAmong("text", "json", "github");
        return option;
    }
}
