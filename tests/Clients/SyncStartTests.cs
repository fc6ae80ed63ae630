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

        await ShouldNotStartAsync(simulators, 3, "cannot be reached", "MKTO_URL", $"http://127.0.0.1:{UnusedPort.Find()}");
        await ShouldNotStartAsync(simulators, 3, $"Salesforce at {salesforce} refused: invalid_", "SF_CLIENT_ID", "another-app");
        await ShouldNotStartAsync(simulators, 3, "refused: 401", "MKTO_CLIENT_SECRET", "wrong");
        await ShouldNotStartAsync(simulators, 2, "there is no such file", "SF_PRIVATE_KEY_FILE", "missing.pem");
        await ShouldNotStartAsync(simulators, 3, "of --listen is in use", "", "", "--listen", salesforce + "/outbound-messages");
        await ShouldNotStartAsync(simulators, 2, "does not exist", "", "", "--env-file", "missing.env");
    }

    [Fact]
    public async Task A_state_of_systems_that_were_started_anew_is_refused_until_the_user_says_fresh()
    {
        await using var simulators = await Simulators.StartAsync("empty");
        await StartAndStopAsync(simulators);
        await StartAndStopAsync(simulators); // the same systems: nothing to say

        await simulators.StartAnewAsync("empty");

        await ShouldNotStartAsync(simulators, 2, "The state file belongs to other systems: the Salesforce org 00D", "", "");
        await ShouldNotStartAsync(simulators, 2, "Use --fresh to begin anew", "", "");
        await StartAndStopAsync(simulators, "--fresh");
        await StartAndStopAsync(simulators);
    }

    private static async Task StartAndStopAsync(Simulators simulators, params string[] arguments)
    {
        await using var sync = simulators.Sync(arguments);
        await sync.LineWithAsync("ready", Soon);
        (await sync.StopAsync()).Should().Be(0);
    }

    private static async Task ShouldNotStartAsync(Simulators simulators, int code, string sentence, string name, string value, params string[] arguments)
    {
        await using var sync = simulators.Sync(arguments, name.Length == 0 ? null : new Dictionary<string, string> { [name] = value });

        (await sync.EndAsync(Soon)).Should().Be(code, sync.Output);
        sync.Output.Should().Contain(sentence).And.NotContain("   at ", "a stack trace is no sentence");
    }
}
