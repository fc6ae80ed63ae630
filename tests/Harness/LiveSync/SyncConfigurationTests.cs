using System.Security.Cryptography;
using SfMarketo.Cli.LiveSync;
using SfMarketo.Sync;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Harness.LiveSync;

/// <summary>What <c>sync</c> takes from the environment and from the file that <c>sim</c> writes.</summary>
public sealed class SyncConfigurationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;
    private readonly Dictionary<string, string> environment = [];

    public SyncConfigurationTests()
    {
        using var rsa = RSA.Create(2048);
        File.WriteAllText(InFolder("key.pem"), rsa.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Everything_can_come_from_the_file()
    {
        var (settings, problems) = Read(
            """
            # written by sim
            SF_URL=http://localhost:5101
            export SF_CLIENT_ID=app
            SF_USERNAME="sync@example.invalid"
            SF_PRIVATE_KEY_FILE=key.pem
            MKTO_URL=http://localhost:5102/rest
            MKTO_CLIENT_ID='service'

            MKTO_CLIENT_SECRET=a=b
            SOMETHING_ELSE=ignored
            """);

        problems.Should().BeEmpty();
        settings!.Salesforce.LoginUrl.Should().Be(new Uri("http://localhost:5101"));
        settings.Salesforce.ClientId.Should().Be("app");
        settings.Salesforce.Username.Should().Be("sync@example.invalid");
        settings.Salesforce.PrivateKeyPem.Should().StartWith("-----BEGIN");
        settings.Marketo.BaseAddress.Should().Be(new Uri("http://localhost:5102"), "the client knows the paths");
        settings.Marketo.ClientId.Should().Be("service");
        settings.Marketo.ClientSecret.Should().Be("a=b");
        settings.Durability.Should().Be(Durability.Full);
    }

    [Fact]
    public void The_environment_wins()
    {
        environment["SF_URL"] = "https://mydomain.example.invalid";
        environment["SF_LOGIN_URL"] = "https://login.example.invalid";
        environment["SF_AUDIENCE"] = "https://login.salesforce.com";

        var (settings, _) = Read(Complete);

        settings!.Salesforce.LoginUrl.Should().Be(new Uri("https://login.example.invalid"));
        settings.Salesforce.Audience.Should().Be("https://login.salesforce.com");
        settings.Salesforce.Username.Should().Be("sync@example.invalid");
    }

    [Fact]
    public void All_that_is_missing_is_said_in_one_sentence()
    {
        var (settings, problems) = Read("SF_URL=http://localhost:5101\nSF_CLIENT_ID=app\nSF_PRIVATE_KEY_FILE=key.pem\nMKTO_URL=http://localhost:5102\nMKTO_CLIENT_ID=service");

        settings.Should().BeNull();
        problems.Should().ContainSingle().Which.Should().StartWith("SF_USERNAME, MKTO_CLIENT_SECRET: set neither in the environment nor in");
    }

    [Theory]
    [InlineData("SF_URL", "localhost:5101", "SF_URL is no URL")]
    [InlineData("SF_PRIVATE_KEY_FILE", "nowhere.pem", "there is no such file")]
    [InlineData("SF_PRIVATE_KEY_FILE", "sim.env", "holds no RSA private key")]
    [InlineData("SF_ORGANIZATION_ID", "my org", "SF_ORGANIZATION_ID is no id")]
    public void What_is_wrong_is_said_in_a_sentence(string name, string value, string sentence)
    {
        environment[name] = value == "sim.env" ? InFolder(value) : value;

        var (settings, problems) = Read(Complete);

        settings.Should().BeNull();
        problems.Should().ContainSingle().Which.Should().Contain(sentence);
    }

    [Fact]
    public void A_line_that_is_no_assignment_is_named()
    {
        var (_, problems) = Read(Complete + "\nMKTO_URL");

        problems.Should().ContainSingle().Which.Should().EndWith(":8: a line NAME=value is expected.");
    }

    [Fact]
    public void A_named_file_must_be_there()
    {
        var (settings, problems) = SyncConfiguration.Read(Options(InFolder("other.env")), _ => "x");

        settings.Should().BeNull();
        problems.Should().Contain(problem => problem.Contains("does not exist", StringComparison.Ordinal));
    }

    [Fact]
    public void The_poll_interval_is_both_systems_own()
    {
        File.WriteAllText(InFolder("sim.env"), Complete);

        var (settings, _) = SyncConfiguration.Read(Options(InFolder("sim.env")) with { Poll = TimeSpan.FromSeconds(2) }, _ => null);

        settings!.SalesforcePoll.Should().Be(TimeSpan.FromSeconds(2));
        settings.MarketoPoll.Should().Be(TimeSpan.FromSeconds(2));
        settings.FlushAge.Should().Be(TimeSpan.FromSeconds(0.2), "what a poll brings does not wait for the next one");
    }

    private static string Complete =>
        """
        SF_URL=http://localhost:5101
        SF_CLIENT_ID=app
        SF_USERNAME=sync@example.invalid
        SF_PRIVATE_KEY_FILE=key.pem
        MKTO_URL=http://localhost:5102
        MKTO_CLIENT_ID=service
        MKTO_CLIENT_SECRET=secret
        """;

    private string InFolder(string name) => Path.Combine(folder, name);

    private static SyncOptions Options(string file) => new(file, "state.db", Fresh: false, Listen: null, Poll: null, Dialect.Vendor);

    private (SyncSettings? Settings, IReadOnlyList<string> Problems) Read(string file)
    {
        File.WriteAllText(InFolder("sim.env"), file);
        return SyncConfiguration.Read(Options(InFolder("sim.env")), environment.GetValueOrDefault);
    }
}
