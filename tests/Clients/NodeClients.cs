namespace SfMarketo.Tests.Clients;

/// <summary>Public clients from npm: jsforce 3.10, which needs Node 22, and node-marketo-rest.</summary>
public sealed class NodeClients() : NodeFolder("node", "jsforce and node-marketo-rest")
{
    /// <summary>Runs a script and shows what it wrote when it failed.</summary>
    internal async Task<string> RunAsync(string script, IReadOnlyDictionary<string, string> settings)
    {
        var run = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(null, null);
        await using var node = ChildProcess.Start(Node, [Path.Combine(Folder, script)], Folder, new Dictionary<string, string>(settings) { ["RUN"] = run });
        (await node.EndAsync(TimeSpan.FromMinutes(2))).Should().Be(0, "this was written:\n{0}", node.Output);
        return node.Output;
    }
}
