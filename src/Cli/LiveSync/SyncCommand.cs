using System.CommandLine;
using SfMarketo.Sync;

namespace SfMarketo.Cli.LiveSync;

/// <summary><c>sfmarketo sync</c>: runs the engine in real time, against the simulators of <c>sim</c> or against other systems.</summary>
internal static class SyncCommand
{
    public static Command Create()
    {
        var file = new Option<string?>("--env-file") { Description = $"Where to find the systems. Default: {SyncOptions.DefaultEnvironmentFile}, if it is there.", HelpName = "FILE" };
        var state = new Option<string>("--state") { Description = "The engine's state file; made when absent.", HelpName = "FILE", DefaultValueFactory = _ => SyncOptions.DefaultState };
        var fresh = new Option<bool>("--fresh") { Description = "Delete the state file first. The simulators' data are new each time 'sim' starts; the state must be, too." };
        var listen = new Option<Uri?>("--listen")
        {
            Description = "Take outbound messages at this address of this machine, such as http://localhost:5103/outbound-messages. Default: none are taken.",
            HelpName = "URL",
            CustomParser = argument =>
            {
                if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address) && OutboundListener.Problem(address) is null)
                {
                    return address;
                }

                argument.AddError("--listen: an address like http://localhost:5103/outbound-messages is expected; only this machine can reach it.");
                return null;
            },
        };
        var poll = new Option<int?>("--poll") { Description = "Ask both systems for changes every so many seconds. Default: Salesforce every 30, Marketo every 35.", HelpName = "SECONDS" };
        poll.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var seconds) && seconds is >= 1 and <= 3600))
            {
                result.AddError($"--poll: '{token.Value}' is no number of seconds from 1 to 3600.");
            }
        });
        var dialect = new Option<Dialect>("--dialect") { Description = "Speak to Marketo in the vendor's forms, or in the seed's.", HelpName = "vendor|seed" };
        var command = new Command("sync", $"Runs the sync engine in real time, until Ctrl-C.\n\n{SyncConfiguration.Names}\n\n{ExitCode.Help}") { file, state, fresh, listen, poll, dialect };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new SyncOptions(
                parsed.GetValue(file),
                parsed.GetRequiredValue(state),
                parsed.GetValue(fresh),
                parsed.GetValue(listen),
                parsed.GetValue(poll) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                parsed.GetValue(dialect)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(SyncOptions options, CancellationToken cancellationToken)
    {
        var (settings, problems) = SyncConfiguration.Read(options, Environment.GetEnvironmentVariable);
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        return settings is null ? ExitCode.WrongInput : await new LiveSyncRun(settings, options, Console.Out, Console.Error, TimeProvider.System).RunAsync(cancellationToken);
    }
}
