using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SfMarketo.Bench.Serving;

/// <summary>Kestrel and routing with one delegate an answer: the body is read, fixed bytes are sent.</summary>
internal static class BareServer
{
    public static async Task<(IAsyncDisposable Server, string Address, string FirstId)> StartAsync(string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.AddServerHeader = false;
        });
        var app = builder.Build();
        app.UseRouting();
        foreach (var answer in Answers.Read(folder))
        {
            app.MapMethods(answer.Route, [answer.Method], (RequestDelegate)(http => AnswerAsync(http, answer)));
        }

        await app.StartAsync();
        return (app, app.Urls.First(), "");
    }

    private static async Task AnswerAsync(HttpContext http, StoredAnswer answer)
    {
        if (http.Request.ContentLength > 0)
        {
            var reader = http.Request.BodyReader;
            for (var read = await reader.ReadAsync(); ; read = await reader.ReadAsync())
            {
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    break;
                }
            }
        }

        http.Response.StatusCode = answer.Status;
        if (answer.Bytes.Length == 0)
        {
            return;
        }

        http.Response.ContentType = "application/json;charset=UTF-8";
        http.Response.ContentLength = answer.Bytes.Length;
        await http.Response.Body.WriteAsync(answer.Bytes);
    }
}
