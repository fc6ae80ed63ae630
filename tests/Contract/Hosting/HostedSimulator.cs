using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Harness.Network;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Hosting;

namespace SfMarketo.Tests.Contract.Hosting;

/// <summary>A simulator behind its whole web pipeline, without sockets.</summary>
/// <remarks>A request runs on the caller's thread up to its first wait for the clock: when <c>SendAsync</c> returns a task, the call has been admitted or refused.</remarks>
public sealed class HostedSimulator : IAsyncDisposable
{
    private readonly WebApplication app;

    private HostedSimulator(WebApplication app, HttpMessageHandler handler)
    {
        this.app = app;
        Http = new HttpClient(handler) { BaseAddress = new Uri("http://simulator"), Timeout = Timeout.InfiniteTimeSpan };
    }

    public HttpClient Http { get; }

    public static async Task<HostedSimulator> StartAsync(Simulator simulator, Action<IEndpointRouteBuilder> map, Func<HttpMessageHandler, HttpMessageHandler>? around = null)
    {
        var server = new InlineServer();
        var app = SimHost.Build(simulator, map, server);
        await app.StartAsync();
        var handler = new InlineHandler(server);
        return new HostedSimulator(app, around?.Invoke(handler) ?? handler);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    private sealed class InlineHandler(InlineServer server) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => server.SendAsync(request);
    }
}
