using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.Network;

/// <summary>The way between one engine life and one simulator: latency each way, drawn from the seed.</summary>
/// <remarks>
/// A request that was sent arrives and is executed whether or not its sender still lives or waits: only the answer can be lost with the sender.
/// Latency runs on the world's clock, not on the sender's.
/// </remarks>
public sealed class SimulatedNetwork(InlineServer server, LatencyDistribution latency, Draws draws, TimeProvider world) : HttpMessageHandler
{
    private readonly Draws outward = draws.Fork("outward");
    private readonly Draws homeward = draws.Fork("homeward");

    /// <summary>What is lost on this way; nothing by default.</summary>
    public NetworkFaults Faults { get; } = new(draws.Fork("faults"));

    /// <summary>Seconds from sent to answer read, summed, and how many: the mean latency L that a client sees.</summary>
    public (double Seconds, long Calls) RoundTrips { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = ExchangeAsync(request);
        return cancellationToken.CanBeCanceled ? exchange.WaitAsync(cancellationToken) : exchange;
    }

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request)
    {
        var sent = world.GetTimestamp();
        var fate = Faults.Next(request);
        await TravelAsync(outward);
        if (fate == CallFate.RequestLost)
        {
            throw Broken();
        }

        var response = await server.SendAsync(request);
        await TravelAsync(homeward);
        if (fate != CallFate.Arrives)
        {
            response.Dispose();
            await (fate == CallFate.AnswerLost ? Task.FromException(Broken()) : new TaskCompletionSource().Task);
        }

        RoundTrips = (RoundTrips.Seconds + world.GetElapsedTime(sent).TotalSeconds, RoundTrips.Calls + 1);
        return response;
    }

    private static HttpRequestException Broken() => new(HttpRequestError.ResponseEnded, "The simulated connection broke.");

    private Task TravelAsync(Draws draws)
    {
        var delay = latency.Next(draws);
        return delay > TimeSpan.Zero ? Task.Delay(delay, world, CancellationToken.None) : Task.CompletedTask;
    }
}
