using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace SfMarketo.Harness.Network;

/// <summary>A server without sockets: runs the application on the caller's thread. The same pipeline as over Kestrel, a few microseconds a call.</summary>
public sealed class InlineServer : IServer
{
    private Func<InlineExchange, Task>? application;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        this.application = exchange => RunAsync(application, exchange);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // Nothing is held: no socket, no buffer.
    }

    /// <summary>Sends one request to the application and returns its answer, complete in memory.</summary>
    /// <exception cref="HttpRequestException">The application broke the connection, as a fault of the simulator does.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => await RunAsync(await OpenAsync(request), request);

    /// <summary>Takes a request as it is sent: what the sender does with its message afterwards changes nothing.</summary>
    /// <param name="request">Its content is read here; headers of request and content are passed on.</param>
    internal static async ValueTask<InlineExchange> OpenAsync(HttpRequestMessage request) =>
        new(request, request.Content is null ? ReadOnlyMemory<byte>.Empty : await request.Content.ReadAsByteArrayAsync());

    /// <summary>Hands a request to the application and returns its answer, complete in memory.</summary>
    /// <param name="exchange">The request as it was sent.</param>
    /// <param name="request">What the answer bears as its request.</param>
    /// <exception cref="HttpRequestException">The application broke the connection, as a fault of the simulator does.</exception>
    internal async Task<HttpResponseMessage> RunAsync(InlineExchange exchange, HttpRequestMessage request)
    {
        await (application ?? throw new InvalidOperationException("The inline server was not started."))(exchange);
        return exchange.Aborted ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The simulated connection broke.") : exchange.ToResponse(request);
    }

    private static async Task RunAsync<TContext>(IHttpApplication<TContext> application, InlineExchange exchange)
        where TContext : notnull
    {
        var context = application.CreateContext(exchange.Features);
        try
        {
            await application.ProcessRequestAsync(context);
            application.DisposeContext(context, null);
        }
        catch (Exception failure)
        {
            application.DisposeContext(context, failure);
            throw;
        }
    }
}
