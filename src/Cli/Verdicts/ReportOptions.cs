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

        return Reach(parsed, path => JunitFile.Write(path, runs));
    }

    /// <summary>Whether what was asked for can be written, tried before the runs; false after a sentence.</summary>
    public bool CanWrite(ParseResult parsed) => Reach(parsed, JunitFile.Try);

    private bool Reach(ParseResult parsed, Action<string> act)
    {
        if (parsed.GetValue(junit) is not { } path)
        {
            return true;
        }

        try
        {
            act(path);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Console.Error.WriteLine($"The file '{path}' cannot be written: {error.Message}");
            return false;
        }
    }
}
