using System.Text;
using System.Text.Json;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Marketo;

namespace SfMarketo.Tests.Simulators.Control;

/// <summary>A Marketo instance with its control API, without sockets.</summary>
internal sealed class ControlledMarketo : IAsyncDisposable
{
    private ControlledMarketo(MarketoHost host) => Host = host;

    public MarketoHost Host { get; }

    public static async Task<ControlledMarketo> StartAsync(MarketoSimOptions? options = null) => new(await MarketoHost.StartAsync(options));

    /// <summary>Calls the control API; the status and the answer.</summary>
    public async Task<(int Status, JsonElement Body)> CallAsync(string method, string path, string? body = null, string? origin = null, string? instance = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), (instance is null ? "" : "/" + instance) + "/__sim" + path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return ((int)response.StatusCode, document.RootElement.Clone());
    }

    /// <summary>A call that must succeed.</summary>
    public async Task<JsonElement> DoAsync(string method, string path, string? body = null, string? instance = null)
    {
        var (status, answer) = await CallAsync(method, path, body, instance: instance);
        status.Should().Be(200, answer.ToString());
        return answer;
    }

    /// <summary>A cheap vendor call; its code, or <c>ok</c>.</summary>
    public async Task<string> ReadAsync(string path = "/rest/v1/leads.json?filterType=id&filterValues=1")
    {
        var answer = await Host.GetAsync(path);
        return answer.GetProperty("success").GetBoolean() ? "ok" : answer.GetProperty("errors")[0].GetProperty("code").GetString()!;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
