using System.Net;
using System.Net.Http.Headers;
using SfMarketo.Kernel.Clocks;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.Running;

/// <summary>What becomes of outbound messages on their way to the engine.</summary>
public enum MessageFate
{
    Arrive,

    /// <summary>Nobody listens: the vendor sends them again for 24 hours.</summary>
    Refused,

    /// <summary>Something in between acknowledges them and drops them: they never come again.</summary>
    Lost,
}

/// <summary>The engine's listener as Salesforce sees it: latency each way, connections refused while no engine lives.</summary>
public sealed class EngineListener(LatencyDistribution latency, Draws draws, TimeProvider world) : HttpMessageHandler
{
    private const string Ack = """
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>
        """;

    /// <summary>Where the definitions of a scenario's org point.</summary>
    public static readonly Uri Address = new("https://engine.example.invalid/outbound");

    /// <summary>Who listens; null: nobody.</summary>
    public EngineLife? Life { get; set; }

    public MessageFate Fate { get; set; }

    /// <summary>Whether the network cuts a message off now; null: it never does.</summary>
    public Func<bool>? IsCut { get; set; }

    /// <summary>Messages that were dropped on the way.</summary>
    public int Dropped { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await TravelAsync(cancellationToken);
        if (Fate == MessageFate.Lost)
        {
            Dropped++;
            return Answer(HttpStatusCode.OK, "text/xml", System.Text.Encoding.UTF8.GetBytes(Ack));
        }

        if (IsCut?.Invoke() == true)
        {
            // Vanished in silence: the sender's own time-out ends it.
            await Task.Delay(Timeout.InfiniteTimeSpan, world, cancellationToken);
        }

        if (Fate == MessageFate.Refused || Life is not { IsUp: true } life)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Nobody listens.");
        }

        var receiving = life.Engine.ReceiveOutboundMessageAsync(await request.Content!.ReadAsStreamAsync(cancellationToken), cancellationToken);
        await Task.WhenAny(receiving, life.Died);
        if (!receiving.IsCompleted)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The listener died.");
        }

        var answer = await receiving;
        await TravelAsync(cancellationToken);
        return Answer((HttpStatusCode)answer.Status, answer.ContentType, answer.Body);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string contentType, ReadOnlyMemory<byte> body) =>
        new(status) { Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } } };

    private Task TravelAsync(CancellationToken cancellationToken) => world.DelayAsync(latency.Next(draws), cancellationToken);
}
