using System.Diagnostics;
using System.Globalization;
using SfMarketo.Harness.Hosting;
using SfMarketo.Harness.OrgData;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Org.Metadata;

namespace SfMarketo.Cli.Sim;

/// <summary>One run of <c>sfmarketo sim</c>, from its arguments to a clean stop.</summary>
internal static class SimSession
{
    public static async Task<int> RunAsync(SimArguments arguments, string currentDirectory, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        // The command line takes Ctrl-C and SIGTERM only once its action has waited for the first time; all below may run without a wait.
        await Task.Yield();
        if (SimData.Read(arguments.Data, errors) is not { } content || SimMetadata.Read(arguments.Metadata, errors) is not { } metadata)
        {
            return ExitCode.WrongInput;
        }

        try
        {
            var folder = SimFolder.Open(currentDirectory);
            var (certificate, certificateFile) = arguments.Tls || arguments.TlsCertificate is not null ? folder.OpenCertificate(InFolder(currentDirectory, arguments.TlsCertificate), TimeProvider.System.GetUtcNow()) : (null, null);
            using var disposed = certificate;
            var settings = new PairSettings
            {
                SalesforcePort = arguments.SalesforcePort,
                MarketoPort = arguments.MarketoPort,
                Seed = arguments.Seed,
                Content = content,
                SalesforceMetadata = metadata,
                Profile = arguments.Profile,
                MessagesTo = arguments.MessagesTo,
                Tls = certificate is null ? null : new TlsSettings(certificate, TlsPort(arguments.SalesforcePort), TlsPort(arguments.MarketoPort)),
                Credentials = new PairCredentials(folder.ReadOrMakeKey(), PairCredentials.SecretOf(arguments.Seed)),
            };
            var lines = arguments.Quiet ? null : new CallLines(output, colour: !Console.IsOutputRedirected);
            await using var pair = await SimulatorPair.StartAsync(settings, lines);
            folder.WriteEnv(pair, settings.Credentials.MarketoClientSecret, certificateFile);
            await WriteReadyAsync(pair, arguments, output);
            await ServeAsync(pair, lines, stop);
            await output.WriteLineAsync("stopped");
            return ExitCode.Passed;
        }
        catch (PortException taken)
        {
            await errors.WriteLineAsync($"{taken.Message}. Choose another with --salesforce-port or --marketo-port (0: any free one).");
            return ExitCode.CouldNotStart;
        }
        catch (MetadataException wrong)
        {
            await errors.WriteLineAsync($"{SimMetadata.Option}: '{arguments.Metadata}': {wrong.Message}.");
            return ExitCode.WrongInput;
        }
        catch (SalesforceRowException refused) when (arguments.Metadata is not null)
        {
            await errors.WriteLineAsync($"--data {arguments.Data}: the org refuses a record, which the rules of '{arguments.Metadata}' may do: {refused.Message} Write --data empty, or change the rule.");
            return ExitCode.WrongInput;
        }
        catch (OrgContentException wrong)
        {
            await errors.WriteLineAsync(wrong.Message);
            return ExitCode.WrongInput;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"Could not start: {failure.Message}");
            return ExitCode.CouldNotStart;
        }
    }

    // Ten above those of HTTP: 5111 and 5112.
    private static int TlsPort(int port) => port == 0 ? 0 : port + 10;

    private static string? InFolder(string directory, string? file) => file is null ? null : Path.Combine(directory, file);

    /// <summary>Shows calls until the user has enough. A stopped server is the normal end: no exception, no code for interrupted.</summary>
    private static async Task ServeAsync(SimulatorPair pair, CallLines? lines, CancellationToken stop)
    {
        var writing = lines?.WriteAsync(new CodeWords(pair)) ?? Task.CompletedTask;
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stop.Register(stopped.SetResult))
        {
            await stopped.Task;
        }

        await pair.StopAsync();
        lines?.Complete();
        await writing;
    }

    private static async Task WriteReadyAsync(SimulatorPair pair, SimArguments arguments, TextWriter output)
    {
        var culture = CultureInfo.InvariantCulture;
        using var process = Process.GetCurrentProcess();
        var took = TimeProvider.System.GetUtcNow() - process.StartTime.ToUniversalTime();
        var (org, instance) = (pair.Salesforce, pair.Marketo);
        await output.WriteLineAsync(string.Create(
            culture, $"Salesforce  {pair.SalesforceUrl}   {org.Count("Lead"):N0} leads, {org.Count("Contact"):N0} contacts, {org.Count("Account"):N0} accounts, {org.Count("Opportunity"):N0} opportunities"));
        await output.WriteLineAsync(string.Create(culture, $"Marketo     {pair.MarketoUrl}   {instance.LiveCount:N0} people, {instance.Options.CallsPerDay:N0} calls a day"));
        await output.WriteLineAsync($"Clients     {SimFolder.EnvFile}   Control API: {pair.SalesforceUrl}/__sim");
        if (pair.SalesforceTlsUrl is { } tls)
        {
            await output.WriteLineAsync($"HTTPS       {tls} and {pair.MarketoTlsUrl}   certificate for clients: NODE_EXTRA_CA_CERTS in {SimFolder.EnvFile}");
        }

        if (arguments.MessagesTo is { } listener)
        {
            await output.WriteLineAsync($"Messages    {listener}   at each save of a Lead, Contact, Account or Opportunity");
        }

        await output.WriteLineAsync(string.Create(culture, $"ready in {took.TotalSeconds:0.00} s, Ctrl-C stops"));
        await output.FlushAsync();
    }
}
