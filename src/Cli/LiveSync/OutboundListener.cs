using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SfMarketo.Sync;

namespace SfMarketo.Cli.LiveSync;

/// <summary>Takes outbound messages over HTTP on this machine and hands them to the engine.</summary>
internal static class OutboundListener
{
    /// <summary>What is wrong with an address, in a sentence, or null.</summary>
    public static string? Problem(Uri address) =>
        address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && address.Query.Length == 0
            ? null
            : "--listen: an address like http://localhost:5103/outbound-messages is expected; only this machine can reach it.";

    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<WebApplication> StartAsync(Uri address, SyncEngine engine, int mostBytes)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = mostBytes + 1; // the receiver refuses what is longer, and counts it
            kestrel.Listen(IPAddress.Loopback, address.Port);
        });

        // The engine ends by the command's own signal, not by the host's.
        builder.Services.AddSingleton<Microsoft.Extensions.Hosting.IHostLifetime, NoLifetime>();
        var app = builder.Build();
        app.Run(http => AnswerAsync(http, address.AbsolutePath, engine));
        await app.StartAsync();
        return app;
    }

    private static async Task AnswerAsync(HttpContext http, string path, SyncEngine engine)
    {
        if (!string.Equals(http.Request.Path.Value?.TrimEnd('/'), path.TrimEnd('/'), StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "POST";
            return;
        }

        var answer = await engine.ReceiveOutboundMessageAsync(http.Request.Body, http.RequestAborted);
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    private sealed class NoLifetime : Microsoft.Extensions.Hosting.IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
