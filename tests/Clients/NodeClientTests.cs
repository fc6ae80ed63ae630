namespace SfMarketo.Tests.Clients;

/// <summary>Clients that know nothing of simulators do their work against <c>sim</c>: only the URL is another.</summary>
public sealed class NodeClientTests(NodeClients clients) : IClassFixture<NodeClients>
{
    [Theory]
    [InlineData("jsforce.cjs", 11)]
    [InlineData("jsforce-sign-in.cjs", 8)]
    [InlineData("jsforce-soap.cjs", 8)]
    [InlineData("jsforce-query.cjs", 8)]
    [InlineData("jsforce-bulk.cjs", 6)]
    public async Task Jsforce_does_its_main_work(string script, int steps)
    {
        await using var simulators = await StartAsync();

        await RunAsync(script, steps, simulators);
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

    private async Task RunAsync(string script, int steps, Simulators simulators)
    {
        var output = await clients.RunAsync(script, simulators.Settings);

        output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)).Should().Be(steps, output);
    }
}
