using SfMarketo.Kernel.Calls;
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
    private readonly Draws detour = draws.Fork("detour");

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
        var exchange = await InlineServer.OpenAsync(request);
        var twin = Faults.NextIsDuplicated() ? await InlineServer.OpenAsync(request) : null;
        await TravelAsync(outward);
        if (fate == CallFate.RequestLost)
        {
            throw Broken();
        }

        await VanishWhenCutAsync();
        exchange.Way = () => fate != CallFate.Arrives || Faults.IsCut(world.GetUtcNow()) ? NetworkFates.Lost : twin is not null ? NetworkFates.Repeated : null;
        var answer = server.RunAsync(exchange, request);
        if (twin is not null)
        {
            twin.Way = static () => NetworkFates.Duplicated;
            _ = ArriveAgainAsync(twin, request);
        }

        var response = await answer;
        await VanishWhenCutAsync();
        await TravelAsync(homeward);
        if (fate != CallFate.Arrives)
        {
            response.Dispose();
            await (fate == CallFate.AnswerLost ? Task.FromException(Broken()) : Never());
        }

        RoundTrips = (RoundTrips.Seconds + world.GetElapsedTime(sent).TotalSeconds, RoundTrips.Calls + 1);
        return response;
    }

    /// <summary>The second arrival of a request, a little later than the first. Nobody waits for its answer.</summary>
    private async Task ArriveAgainAsync(InlineExchange twin, HttpRequestMessage request)
    {
        await TravelAsync(detour);
        try
        {
            (await server.RunAsync(twin, request)).Dispose();
        }
        catch (HttpRequestException)
        {
            // A fault of the simulator broke a connection that has no other end.
        }
    }

    private Task VanishWhenCutAsync()
    {
        if (!Faults.IsCut(world.GetUtcNow()))
        {
            return Task.CompletedTask;
        }

        Faults.CountCut();
        return Never();
    }

    private static Task Never() => new TaskCompletionSource().Task;

    private static HttpRequestException Broken() => new(HttpRequestError.ResponseEnded, "The simulated connection broke.");

    private Task TravelAsync(Draws draws)
    {
        var delay = latency.Next(draws);
        return delay > TimeSpan.Zero ? Task.Delay(delay, world, CancellationToken.None) : Task.CompletedTask;
    }
}
