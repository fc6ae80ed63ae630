using System.Text.Json;
using SfMarketo.Tests.Contract.Salesforce;

namespace SfMarketo.Tests.Simulators.Faults;

/// <summary>An org that is signed in, without sockets, to which faults are added by its control API.</summary>
internal sealed class FaultedOrg : IAsyncDisposable
{
    private FaultedOrg(OrgHost host) => Host = host;

    public OrgHost Host { get; }

    public static async Task<FaultedOrg> StartAsync()
    {
        var org = new FaultedOrg(await OrgHost.StartAsync());
        await org.Host.Call("GET", "limits");
        return org;
    }

    /// <summary>Adds a fault, which must be good.</summary>
    public async Task FaultAsync(string json)
    {
        var answer = await Host.Call("POST", "/__sim/faults", json);
        answer.Status.Should().Be(200, answer.Body);
    }

    /// <summary>Last names of the leads that a query shows now, in order of SystemModstamp.</summary>
    public async Task<string[]> LeadsAsync(string where = "") =>
        [.. (await QueryAsync("SELECT LastName FROM Lead " + where + " ORDER BY SystemModstamp, Id")).EnumerateArray().Select(row => row.GetProperty("LastName").GetString()!)];

    public async Task<JsonElement> QueryAsync(string soql)
    {
        var answer = await Host.Call("GET", "query?q=" + Uri.EscapeDataString(soql));
        answer.Status.Should().Be(200, answer.Body);
        return answer["records"];
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
