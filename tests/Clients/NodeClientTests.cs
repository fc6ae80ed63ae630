namespace SfMarketo.Tests.Clients;

/// <summary>Clients that know nothing of simulators do their work against <c>sim</c>: only the URL is another.</summary>
public sealed class NodeClientTests(NodeClients clients) : IClassFixture<NodeClients>
{
    [Fact]
    public async Task Jsforce_does_a_round_of_its_work()
    {
        await using var simulators = await StartAsync();

        await RunAsync("jsforce.cjs", 11, simulators);
    }

    [Theory]
    [InlineData("node-marketo-rest.cjs", 17, "on")]
    [InlineData("node-marketo-rest.cjs", 17, "off")]
    [InlineData("marketo-rest-api.cjs", 8, "on")]
    [InlineData("marketo-rest-api.cjs", 8, "off")]
    public async Task A_client_of_Marketo_does_all_of_its_work_with_and_without_the_seeds_forms(string script, int steps, string seed)
    {
        await using var simulators = await StartAsync();
        await simulators.SetSwitchAsync("compat.seed", seed);

        await RunAsync(script, steps, simulators);
    }

    private async Task<Simulators> StartAsync()
    {
        Assert.SkipWhen(clients.Missing is not null, clients.Missing ?? "");
        return await Simulators.StartAsync("demo");
    }

    private static async Task RunAsync(string script, int steps, Simulators simulators)
    {
        var output = await NodeClients.RunAsync(script, simulators.Settings);

        output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)).Should().Be(steps, output);
    }
}
