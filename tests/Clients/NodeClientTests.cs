namespace SfMarketo.Tests.Clients;

/// <summary>Clients that know nothing of simulators do their main work against <c>sim</c>: only the URL is another.</summary>
public sealed class NodeClientTests(NodeClients clients) : IClassFixture<NodeClients>
{
    [Theory]
    [InlineData("jsforce.cjs", 11)]
    [InlineData("node-marketo-rest.cjs", 6)]
    public async Task A_public_client_does_a_round_of_its_work(string script, int steps)
    {
        Assert.SkipWhen(clients.Missing is not null, clients.Missing ?? "");
        await using var simulators = await Simulators.StartAsync("demo");

        var output = await NodeClients.RunAsync(script, simulators.Settings);

        output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)).Should().Be(steps, output);
    }
}
