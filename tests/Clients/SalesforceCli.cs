using System.Text.Json;

namespace SfMarketo.Tests.Clients;

/// <summary>The vendor's command line <c>sf</c>, with a home folder of its own, signed in by JWT to <c>sim</c>.</summary>
public sealed class SalesforceCli() : NodeFolder("node-cli", "the Salesforce CLI")
{
    private const string Alias = "sim";
    private static readonly TimeSpan ToRun = TimeSpan.FromMinutes(2);

    private Simulators? simulators;

    /// <summary>Where its files are: home, data to import.</summary>
    internal string Work { get; } = Directory.CreateTempSubdirectory("sfmarketo-cli-").FullName;

    /// <summary>What the sign-in said.</summary>
    internal JsonElement SignedIn { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        if (Missing is null)
        {
            simulators = await Simulators.StartAsync("demo", "--tls", "--quiet");
            SignedIn = await SignInAsync("SF_URL", Alias);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (simulators is not null)
        {
            await simulators.DisposeAsync();
        }

        Directory.Delete(Work, recursive: true);
        await base.DisposeAsync();
    }

    /// <summary>Signs in at another of the settings' addresses.</summary>
    internal Task<JsonElement> SignInAsync(string address, string alias)
    {
        var settings = simulators!.Settings;
        return RunAsync([
            "org", "login", "jwt", "--client-id", settings["SF_CLIENT_ID"], "--jwt-key-file", settings["SF_PRIVATE_KEY_FILE"], "--username", settings["SF_USERNAME"],
            "--instance-url", settings[address], "--alias", alias]);
    }

    /// <summary>Runs a command against the org; its <c>result</c>.</summary>
    internal Task<JsonElement> OnOrgAsync(params string[] arguments) => RunAsync([.. arguments, "--target-org", Alias]);

    internal async Task<JsonElement> RunAsync(IReadOnlyList<string> arguments)
    {
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = Work,
            ["FORCE_COLOR"] = "0",
            ["NODE_EXTRA_CA_CERTS"] = simulators!.Settings["NODE_EXTRA_CA_CERTS"],
            ["NODE_NO_WARNINGS"] = "1",
            ["SF_AUTOUPDATE_DISABLE"] = "true",
            ["SF_DISABLE_LOG_FILE"] = "true",
            ["SF_DISABLE_TELEMETRY"] = "true",
            ["SF_SKIP_NEW_VERSION_CHECK"] = "true",
            ["SF_USE_GENERIC_UNIX_KEYCHAIN"] = "true",
        };
        var program = Path.Combine(Folder, "node_modules", "@salesforce", "cli", "bin", "run.js");
        await using var cli = ChildProcess.Start(Node, [program, .. arguments, "--json"], Work, environment);
        (await cli.EndAsync(ToRun)).Should().Be(0, "sf {0} wrote:\n{1}", string.Join(' ', arguments), cli.Output);
        using var answer = JsonDocument.Parse(cli.Output[cli.Output.IndexOf('{', StringComparison.Ordinal)..]);
        return answer.RootElement.GetProperty("result").Clone();
    }
}
