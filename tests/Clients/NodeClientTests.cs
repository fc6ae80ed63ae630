namespace SfMarketo.Tests.Clients;

/// <summary>Clients that know nothing of simulators do their main work against <c>sim</c>: only the URL is another.</summary>
public sealed class NodeClientTests(NodeClients clients) : IClassFixture<NodeClients>
{
    [Theory]
    [InlineData("jsforce.cjs", 11)]
    [InlineData("jsforce-sign-in.cjs", 8)]
    [InlineData("jsforce-soap.cjs", 8)]
    [InlineData("jsforce-query.cjs", 8)]
    [InlineData("jsforce-bulk.cjs", 6)]
    [InlineData("node-marketo-rest.cjs", 6)]
    public async Task A_public_client_does_a_round_of_its_work(string script, int steps)
    {
        Assert.SkipWhen(clients.Missing is not null, clients.Missing ?? "");
        await using var simulators = await Simulators.StartAsync("demo");

        var output = await clients.RunAsync(script, simulators.Settings);

        output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)).Should().Be(steps, output);
    }

    [Fact]
    public async Task A_public_client_takes_HTTPS_with_the_certificate_that_the_settings_name()
    {
        Assert.SkipWhen(clients.Missing is not null, clients.Missing ?? "");
        await using var simulators = await Simulators.StartAsync("demo", "--tls", "--quiet");
        var settings = new Dictionary<string, string>(simulators.Settings) { ["SF_URL"] = simulators.Settings["SF_TLS_URL"] };

        settings["SF_URL"].Should().StartWith("https://");
        (await clients.RunAsync("jsforce.cjs", settings)).Should().Contain("ok limits");
    }
}
