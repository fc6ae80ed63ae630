using System.Net;
using System.Net.Sockets;

namespace SfMarketo.Tests.Clients;

/// <summary>What keeps <c>sync</c> from starting is said in a sentence, with the right exit code.</summary>
public sealed class SyncStartTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_is_wrong_is_said_in_a_sentence()
    {
        await using var simulators = await Simulators.StartAsync("empty");
        var salesforce = simulators.Settings["SF_URL"];

        await ShouldNotStartAsync(simulators, 3, "cannot be reached", "MKTO_URL", $"http://127.0.0.1:{UnusedPort()}");
        await ShouldNotStartAsync(simulators, 3, $"Salesforce at {salesforce} refused: invalid_", "SF_CLIENT_ID", "another-app");
        await ShouldNotStartAsync(simulators, 3, "refused: 401", "MKTO_CLIENT_SECRET", "wrong");
        await ShouldNotStartAsync(simulators, 2, "there is no such file", "SF_PRIVATE_KEY_FILE", "missing.pem");
        await ShouldNotStartAsync(simulators, 3, "of --listen is in use", "", "", "--listen", salesforce + "/outbound-messages");
        await ShouldNotStartAsync(simulators, 2, "does not exist", "", "", "--env-file", "missing.env");
    }

    private static async Task ShouldNotStartAsync(Simulators simulators, int code, string sentence, string name, string value, params string[] arguments)
    {
        await using var sync = simulators.Sync(arguments, name.Length == 0 ? null : new Dictionary<string, string> { [name] = value });

        (await sync.EndAsync(Soon)).Should().Be(code, sync.Output);
        sync.Output.Should().Contain(sentence).And.NotContain("   at ", "a stack trace is no sentence");
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
