using System.Text.RegularExpressions;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace SfMarketo.Bench.Serving;

/// <summary>WireMock.Net with one static stub an answer, by path and method, with its log off.</summary>
internal static partial class StubServer
{
    public static (IAsyncDisposable Server, string Address, string FirstId) Start(string folder)
    {
        var server = WireMockServer.Start(new WireMockServerSettings { MaxRequestLogCount = 0 });
        foreach (var (route, method, status, bytes) in Answers.Read(folder))
        {
            var answer = Response.Create().WithStatusCode(status);
            server.Given(Request.Create().WithPath(Parameter().Replace(route, "*")).UsingMethod(method))
                .RespondWith(bytes.Length == 0 ? answer : answer.WithHeader("Content-Type", "application/json;charset=UTF-8").WithBody(bytes));
        }

        return (new Stopping(server), server.Url!, "");
    }

    [GeneratedRegex(@"\{[^}]*\}[^/]*")]
    private static partial Regex Parameter();

    private sealed class Stopping(WireMockServer server) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            server.Stop();
            return ValueTask.CompletedTask;
        }
    }
}
