using SfMarketo.Harness.Network;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Running;

/// <summary>All ways to both systems in one run, of the engine's lives and of its neighbours, with what goes wrong on them.</summary>
internal sealed class RunNetworks(NetworkShape shape, World world)
{
    private readonly DateTimeOffset start = world.Clock.GetUtcNow();
    private readonly List<NetworkFaults> ways = [];
    private readonly NetworkFaults messages = new(world.Draws.Fork("messages.network"));
    private bool isOff;

    public long Lost => ways.Sum(way => (long)way.Lost) + messages.Lost;

    public long Duplicated => ways.Sum(way => (long)way.Duplicated);

    public SimulatedNetwork ToMarketo(string client) => Open(world.NetworkToMarketo(shape.Marketo.Latency, client), shape.Marketo);

    public SimulatedNetwork ToSalesforce(string client) => Open(world.NetworkToSalesforce(shape.Salesforce.Latency, client), shape.Salesforce);

    /// <summary>A way that neighbours use: they have their own bad luck, which nobody counts.</summary>
    public SimulatedNetwork ToMarketoOfNeighbours() => world.NetworkToMarketo(shape.Marketo.Latency, "neighbour");

    /// <summary>As for Marketo.</summary>
    public SimulatedNetwork ToSalesforceOfNeighbours() => world.NetworkToSalesforce(shape.Salesforce.Latency, "neighbour");

    /// <summary>Whether an outbound message of Salesforce is cut off from the engine now.</summary>
    public bool CutsMessage()
    {
        messages.Partitions = isOff ? [] : Spans(shape.Salesforce);
        if (!messages.IsCut(world.Clock.GetUtcNow()))
        {
            return false;
        }

        messages.CountCut();
        return true;
    }

    /// <summary>Ends losses, duplicates and partitions, on ways that are open and on those to come.</summary>
    public void TurnOff()
    {
        isOff = true;
        ways.ForEach(way => way.Clear());
    }

    private SimulatedNetwork Open(SimulatedNetwork network, NetworkShape.Path path)
    {
        ways.Add(network.Faults);
        if (!isOff)
        {
            network.Faults.RequestLoss = path.LostBefore;
            network.Faults.AnswerLoss = path.LostAfter;
            network.Faults.Duplication = path.Duplicated;
            network.Faults.Partitions = Spans(path);
        }

        return network;
    }

    private List<(DateTimeOffset From, DateTimeOffset Until)> Spans(NetworkShape.Path path) => [.. path.Partitions.Select(span => (start + span.From, start + span.Until))];
}
