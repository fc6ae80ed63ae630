using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace SfMarketo.Bench.Serving;

/// <summary>WireMock.Net with one static stub an answer, by path and method, with its log off.</summary>
internal static class StubServer
{
    public static (IAsyncDisposable Server, string Address, int FirstId) Start(string folder)
    {
        var server = WireMockServer.Start(new WireMockServerSettings { MaxRequestLogCount = 0 });
        foreach (var (key, method, bytes) in Answers.Read(folder))
        {
            var path = $"/{key}/rest/v1/{(key == "id" ? "lead/*" : "leads.json")}";
            server.Given(Request.Create().WithPath(path).UsingMethod(method))
                .RespondWith(Response.Create().WithStatusCode(200).WithHeader("Content-Type", "application/json;charset=UTF-8").WithBody(bytes));
        }

        return (new Stopping(server), server.Url!, 0);
    }

    private sealed class Stopping(WireMockServer server) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            server.Stop();
            return ValueTask.CompletedTask;
        }
    }
}
