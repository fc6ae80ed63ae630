using System.CommandLine;

namespace SfMarketo.Cli.Verdicts;

/// <summary>How a command that plays scenarios tells what came of them, beside the table.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string?> junit = new("--junit") { Description = "Write the verdicts to this file as JUnit XML.", HelpName = "FILE" };
    private readonly Option<string> format = Format();

    public void AddTo(Command command)
    {
        command.Add(junit);
        command.Add(format);
    }

    /// <summary>Writes the summary and whatever else was asked for; false, after a sentence, when the file cannot be written.</summary>
    public bool Write(ParseResult parsed, IReadOnlyList<FinishedRun> runs)
    {
        RunSummary.Write(runs);
        if (parsed.GetValue(format) == "github")
        {
            Console.Out.Write(GithubAnnotations.Of(runs));
        }

        if (parsed.GetValue(junit) is not { } path)
        {
            return true;
        }

        try
        {
            JunitFile.Write(path, runs);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Console.Error.WriteLine($"The file '{path}' cannot be written: {error.Message}");
            return false;
        }
    }

    private static Option<string> Format()
    {
        var option = new Option<string>("--format") { Description = "github: failures are also written as annotations for GitHub Actions.", DefaultValueFactory = _ => "text" };
        option.AcceptOnlyFromAmong("text", "github");
        return option;
    }
}
