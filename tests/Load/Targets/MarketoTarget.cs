using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using SfMarketo.Harness.Running;
using SfMarketo.Sync.Pacing;
using SfMarketo.Tests.Load.Injection;

namespace SfMarketo.Tests.Load.Targets;

/// <summary>A Marketo instance as an injector calls it: signed in, one request a copy, no client library in between.</summary>
internal sealed class MarketoTarget : IDisposable
{
    private static readonly TimeSpan ServerTimeout = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker http;
    private readonly Uri address;
    private AuthenticationHeaderValue? authorization;

    /// <param name="handler">The way to the instance: a simulated network, sockets, or a call budget in front of either.</param>
    /// <param name="address">Root of the instance; null: the simulated one's.</param>
    public MarketoTarget(HttpMessageHandler handler, Uri? address = null)
    {
        http = new HttpMessageInvoker(handler);
        this.address = address ?? EngineCredentials.MarketoSettings.BaseAddress;
    }

    public async Task SignInAsync()
    {
        var user = EngineCredentials.MarketoSettings;
        using var request = Request(HttpMethod.Get, $"/identity/oauth/token?grant_type=client_credentials&client_id={user.ClientId}&client_secret={user.ClientSecret}");
        using var response = await http.SendAsync(request, CancellationToken.None);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        authorization = new AuthenticationHeaderValue("Bearer", answer.RootElement.GetProperty("access_token").GetString());
    }

    /// <summary>Get Lead by Id: the cheapest read there is.</summary>
    public ValueTask<LoadAnswer> ReadLeadAsync(int id, Lane lane = Lane.Enrichment) =>
        SendAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/rest/v1/lead/{id}.json"), null, lane);

    /// <summary>Sync Leads.</summary>
    /// <param name="body">The request, JSON in UTF-8.</param>
    public ValueTask<LoadAnswer> SyncLeadsAsync(ReadOnlyMemory<byte> body) => SendAsync(HttpMethod.Post, "/rest/v1/leads.json", body, Lane.Enrichment);

    public void Dispose() => http.Dispose();

    private async ValueTask<LoadAnswer> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte>? body, Lane lane)
    {
        using var request = Request(method, path);
        request.Options.Set(CallOptions.Lane, lane);
        if (body is { } bytes)
        {
            request.Content = new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        using var response = await http.SendAsync(request, CancellationToken.None);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return answer.AsSpan().IndexOf("\"success\":true"u8) >= 0
            ? new LoadAnswer(IsError: false, "ok", answer.Length)
            : new LoadAnswer(IsError: true, Code(answer) ?? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), answer.Length);
    }

    private HttpRequestMessage Request(HttpMethod method, string pathAndQuery)
    {
        var request = new HttpRequestMessage(method, new Uri(address, pathAndQuery));
        request.Headers.Authorization = authorization;
        request.Options.Set(CallOptions.ServerTimeout, ServerTimeout);
        return request;
    }

    private static string? Code(byte[] answer)
    {
        if (answer.Length == 0 || answer[0] != (byte)'{')
        {
            return null;
        }

        using var document = JsonDocument.Parse(answer);
        return document.RootElement.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("code").GetString() : null;
    }
}
