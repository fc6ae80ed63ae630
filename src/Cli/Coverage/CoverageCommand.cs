using System.CommandLine;

namespace SfMarketo.Cli.Coverage;

/// <summary><c>sfmarketo coverage JOURNAL</c>: which operations a user's own traffic used, and how sure the simulator's behaviour is there.</summary>
internal static class CoverageCommand
{
    public static Command Create()
    {
        var journal = new Argument<string>("JOURNAL") { Description = "SIM.journal.jsonl of a run, the run's folder, a file with what GET /__sim/journal answered, the address of a running simulator (http://127.0.0.1:5102), or - for standard input." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("coverage", $"Tells which operations your traffic used, and whether the simulator's behaviour there is proven, unverified or missing (docs/fidelity.md).\n\n{ExitCode.Help}") { journal, format };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(journal), parsed.GetRequiredValue(format), Console.In, Console.Out, Console.Error, cancellation));
        return command;
    }

    /// <summary>Writes to <paramref name="output"/>; what is wrong goes to <paramref name="errors"/>.</summary>
    public static async Task<int> RunAsync(string journal, string format, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            var calls = LiveJournal.IsAddress(journal) ? await LiveJournal.ReadAsync(journal, cancellation) : JournalReader.Read(journal, input);
            var coverage = TrafficCoverage.Of(calls, FidelityLedger.Load());
            if (coverage.Calls == 0)
            {
                await errors.WriteLineAsync($"'{journal}' holds no calls.");
                return ExitCode.WrongInput;
            }

            if (format == "json")
            {
                await output.WriteAsync(CoverageJson.Text(coverage));
            }
            else
            {
                CoverageText.Write(coverage, output);
            }

            return ExitCode.Passed;
        }
        catch (Exception error) when (error is JournalFormatException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(error.Message);
            return ExitCode.WrongInput;
        }
    }
}
