using System.CommandLine;
using SfMarketo.Harness.Records;
using SfMarketo.Harness.Traces;
using Spectre.Console;

namespace SfMarketo.Cli;

/// <summary><c>sfmarketo trace ID|EMAIL --in DIR</c>: tells the life of one record over both systems from a run's records.</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        var key = new Argument<string>("ID|EMAIL") { Description = "A Salesforce id (15 or 18 characters), the number of a Marketo person, or an e-mail address." };
        var directory = new Option<string>("--in") { Description = "The folder of a run: DIR/NAME after 'sfmarketo run SCENARIO --out DIR', or DIR when it holds one run.", HelpName = "DIR", Required = true };
        var company = new Option<bool>("--with-company") { Description = "Tell of its account and its company too." };
        var format = new Option<string>("--format") { Description = "text (a table) or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("trace", $"Tells the life of one record over both systems: who changed what, what was read, what carried it over, and how long that took.\n\n{ExitCode.Help}")
        {
            key, directory, company, format,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(key), parsed.GetRequiredValue(directory), parsed.GetValue(company), parsed.GetRequiredValue(format), ConsoleOutput.Create(), Console.Error));
        return command;
    }

    /// <summary>Tells it on <paramref name="console"/>; what is wrong goes to <paramref name="errors"/>.</summary>
    public static int Run(string key, string directory, bool withCompany, string format, IAnsiConsole console, TextWriter errors)
    {
        if (!TraceQuery.TryRead(key, withCompany, out var query))
        {
            errors.WriteLine($"'{key}' is no id and no e-mail address. Write a Salesforce id of 15 or 18 characters, the number of a Marketo person, or an address.");
            return ExitCode.WrongInput;
        }

        if (!RecordFolder.TryFind(directory, out var records, out var problem))
        {
            errors.WriteLine(problem);
            return ExitCode.WrongInput;
        }

        try
        {
            return Show(Tracer.Trace(records, query), format, console, errors);
        }
        catch (Exception error) when (error is RecordFormatException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(error.Message);
            return ExitCode.WrongInput;
        }
    }

    private static int Show(TraceResult result, string format, IAnsiConsole console, TextWriter errors)
    {
        if (format == "json")
        {
            console.Profile.Out.Writer.Write(TraceJson.Text(result));
        }
        else if (result.Lives.Count > 0)
        {
            TraceTable.Write(result, console);
        }

        if (result.Lives.Count > 0)
        {
            return ExitCode.Passed;
        }

        errors.WriteLine($"The records in '{result.Folder}' do not know '{result.Query.Text}'.");
        errors.WriteLine(result.Nearest.Count > 0
            ? $"Did you mean {string.Join(", ", result.Nearest)}?"
            : "They know nothing like it. Seeded records that nobody changed and nobody read are not in the records.");
        return ExitCode.WrongInput;
    }
}
