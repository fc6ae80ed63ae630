using System.CommandLine;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Cli.Verdicts;

/// <summary>How a command that plays scenarios tells what came of them, beside the table.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string?> junit = new("--junit") { Description = "Write the verdicts to this file as JUnit XML.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Add(junit);
    }

    /// <summary>Writes the summary and whatever else was asked for; false, after a sentence, when the file cannot be written.</summary>
    public bool Write(ParseResult parsed, IReadOnlyList<FinishedRun> runs, ProblemFormat format)
    {
        RunSummary.Write(runs);
        if (format == ProblemFormat.GitHub)
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
}
