using System.CommandLine;
using SfMarketo.Cli.Coverage;
using SfMarketo.Cli.LiveSync;
using SfMarketo.Cli.Stories;
using SfMarketo.Harness.Reports;

namespace SfMarketo.Cli;

/// <summary>The commands of <c>sfmarketo</c>.</summary>
internal static class CommandLine
{
    /// <summary>After Ctrl-C: calls in flight are awaited, state is closed.</summary>
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(30);

    /// <summary>Parses and runs; errors in the command line itself end with <see cref="ExitCode.WrongInput"/>.</summary>
    /// <param name="args">As the process got them.</param>
    /// <param name="createRunner">Makes what plays scenarios; called once, when the first one is about to run.</param>
    public static async Task<int> RunAsync(string[] args, Func<IScenarioRunner> createRunner)
    {
        var root = new RootCommand($"Salesforce and Marketo in a box: simulators, a sync engine, and scenarios that judge it.\n\n{ExitCode.Help}")
        {
            RunCommand.Create(createRunner),
            ScenariosCommand.Create(),
            JudgeCommand.Create(),
            SimCommand.Create(),
            SyncCommand.Create(),
            TraceCommand.Create(),
            CoverageCommand.Create(),
        };
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeToEnd });
        return parsed.Errors.Count > 0 ? ExitCode.WrongInput : code;
    }
}
