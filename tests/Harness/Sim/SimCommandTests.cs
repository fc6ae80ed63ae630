using System.Net;
using System.Net.Sockets;
using SfMarketo.Cli.Sim;
using SfMarketo.Harness.Hosting;

namespace SfMarketo.Tests.Harness.Sim;

/// <summary><c>sfmarketo sim</c> as its user meets it.</summary>
public sealed class SimCommandTests
{
    [Fact]
    public async Task It_says_where_both_listen_and_ends_with_0_when_stopped()
    {
        await using var sim = await RunningSim.StartAsync();

        var code = await sim.StopAsync();

        code.Should().Be(0);
        sim.Output.Lines[0].Should().StartWith($"Salesforce  {sim.Salesforce}   0 leads");
        sim.Output.Lines[1].Should().StartWith($"Marketo     {sim.Marketo}   0 people");
        sim.Output.Lines[3].Should().StartWith("ready in ");
        sim.Output.Lines[^1].Should().Be("stopped");
    }

    [Fact]
    public async Task The_settings_name_both_systems_and_only_their_owner_can_read_them_and_the_key()
    {
        await using var sim = await RunningSim.StartAsync();

        sim.Env.Keys.Should().Equal("SF_URL", "SF_CLIENT_ID", "SF_USERNAME", "SF_PRIVATE_KEY_FILE", "MKTO_URL", "MKTO_CLIENT_ID", "MKTO_CLIENT_SECRET");
        sim.Salesforce.Should().StartWith("http://127.0.0.1:");
        var folder = Path.Combine(sim.Folder, ".sfmarketo");
        File.ReadAllText(sim.Env["SF_PRIVATE_KEY_FILE"]).Should().StartWith("-----BEGIN PRIVATE KEY-----");
        File.ReadAllText(Path.Combine(folder, ".gitignore")).Should().Be("*\n");
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            File.GetUnixFileMode(sim.Env["SF_PRIVATE_KEY_FILE"]).Should().Be(own);
            File.GetUnixFileMode(Path.Combine(folder, "sim.env")).Should().Be(own);
        }
    }

    [Fact]
    public async Task Each_call_is_a_line_with_the_code_in_plain_words_and_without_addresses()
    {
        await using var sim = await RunningSim.StartAsync();
        await sim.SignInToMarketoAsync();
        await sim.ControlAsync("PUT", sim.Marketo + "/__sim/limits", """{"callsPerWindow":1}""");

        await sim.GetAsync(sim.Marketo + "/rest/v1/leads.json?filterType=email&filterValues=ada@lovelace.example");
        await sim.GetAsync(sim.Marketo + "/rest/v1/leads.json?filterType=email&filterValues=ada@lovelace.example");
        await sim.GetAsync(sim.Marketo + "/rest/v1/leads.jso");
        using var byEmail = await sim.Http.GetAsync(sim.Salesforce + "/services/data/v59.0/sobjects/Lead/Email/ada@lovelace.example", TestContext.Current.CancellationToken);
        await sim.StopAsync();

        var lines = sim.Output.Lines[4..];
        lines.Should().HaveCount(6, "the control API has no line");
        lines[0].Should().MatchRegex(@"^\d\d:\d\d:\d\d\.\d{3} marketo    GET    /identity/oauth/token 200 \d+\.\d ms$");
        lines[1].Should().MatchRegex(@" marketo    GET    /rest/v1/leads\.json 200 \d+\.\d ms$");
        lines[2].Should().Contain("606 rate limit: 2nd call in 20 s; the next one is let in after ");
        lines[3].Should().StartWith("warning: ").And.Contain("610 no match: Marketo has no such path; closest: GET /rest/v1/leads.json");
        lines[4].Should().Contain("salesforce GET    /services/data/v59.0/sobjects/Lead/Email/*** 401").And.EndWith("INVALID_SESSION_ID session expired or invalid: sign in again");
        string.Concat(lines).Should().NotContain("lovelace").And.NotContain(sim.Env["MKTO_CLIENT_SECRET"]);
    }

    [Fact]
    public async Task A_port_that_another_program_has_ends_with_3_and_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, errors) = await RunAsync(new SimArguments(0, port, "empty", 1, SimProfile.Strict, Quiet: true));

        code.Should().Be(3);
        errors.Should().Be($"Marketo cannot listen on port {port}: another program has it. Choose another with --salesforce-port or --marketo-port (0: any free one).\n");
    }

    [Fact]
    public async Task A_data_file_that_is_not_there_ends_with_2()
    {
        var (code, errors) = await RunAsync(new SimArguments(0, 0, "nowhere.yaml", 1, SimProfile.Strict, Quiet: true));

        (code, errors).Should().Be((2, "--data: there is no file 'nowhere.yaml'; write demo, empty, or a file of counts and records.\n"));
    }

    [Fact]
    public async Task A_key_file_that_holds_no_key_ends_with_3_and_says_what_to_do()
    {
        var (code, errors) = await RunAsync(new SimArguments(0, 0, "empty", 1, SimProfile.Strict, Quiet: true), folder =>
        {
            Directory.CreateDirectory(Path.Combine(folder, ".sfmarketo"));
            File.WriteAllText(Path.Combine(folder, ".sfmarketo", "salesforce.key"), "no key");
        });

        code.Should().Be(3);
        errors.Should().StartWith("Could not start: ").And.Contain("holds no RSA private key in PEM form: remove it, and a new one is made.");
    }

    [Fact]
    public void A_key_outlives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("sfmarketo-sim-").FullName;
        var path = Path.Combine(folder, "salesforce.key");

        var first = KeyFile.ReadOrMake(path);
        var second = KeyFile.ReadOrMake(path);

        second.Should().Be(first);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(int Code, string Errors)> RunAsync(SimArguments arguments, Action<string>? prepare = null)
    {
        var folder = Directory.CreateTempSubdirectory("sfmarketo-sim-").FullName;
        prepare?.Invoke(folder);
        await using var errors = new StringWriter { NewLine = "\n" };
        var code = await SimSession.RunAsync(arguments, folder, TextWriter.Null, errors, TestContext.Current.CancellationToken);
        Directory.Delete(folder, recursive: true);
        return (code, errors.ToString());
    }
}
