using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>A Marketo instance on a clock of its own, with one API user that is signed in.</summary>
public sealed class MarketoHost : IAsyncDisposable
{
    public const string Identity = "/identity/oauth/token?grant_type=client_credentials&client_id=sync-engine&client_secret=s3cret";

    private readonly HostedSimulator hosted;

    private MarketoHost(MarketoInstance instance, FakeTimeProvider time, HostedSimulator hosted)
    {
        Instance = instance;
        Time = time;
        this.hosted = hosted;
        instance.Recorder.Add(Records);
    }

    /// <summary>The vendor's API alone: the seed's forms are off.</summary>
    public static MarketoSimOptions Options { get; } = new()
    {
        Credentials = [new MarketoCredential("sync-engine", "s3cret", "sync@example.invalid")],
        Switches = new MarketoSwitches { CompatSeed = false },
    };

    public MarketoInstance Instance { get; }

    public FakeTimeProvider Time { get; }

    public RecordList Records { get; } = new();

    public HttpClient Http => hosted.Http;

    public static async Task<MarketoHost> StartAsync(MarketoSimOptions? options = null, string start = "2026-03-02T12:00:00Z", bool signIn = true)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(start, null));
        var instance = new MarketoInstance(options ?? Options, time, new Draws(7));
        var host = new MarketoHost(instance, time, await HostedSimulator.StartAsync(instance, app => app.MapMarketoSim()));
        if (signIn)
        {
            await host.SignInAsync();
        }

        return host;
    }

    public static Task<MarketoHost> StartAsync(MarketoSwitches switches) => StartAsync(Options with { Switches = switches });

    public async Task<string> SignInAsync()
    {
        var answer = await GetAsync(Identity);
        var token = answer.GetProperty("access_token").GetString()!;
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return token;
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        return await ReadAsync(response);
    }

    public Task<JsonElement> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, string body, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        using var response = await Http.SendAsync(request);
        return await ReadAsync(response);
    }

    /// <summary>Creates people by e-mail, also several of one e-mail, and returns their ids.</summary>
    public async Task<int[]> CreateAsync(params string[] emails)
    {
        var input = string.Join(',', emails.Select(email => $$"""{"email":"{{email}}"}"""));
        var answer = await PostAsync("/rest/v1/leads.json", $$"""{"action":"createDuplicate","input":[{{input}}]}""");
        return [.. answer.GetProperty("result").EnumerateArray().Select(result => result.GetProperty("id").GetInt32())];
    }

    public async ValueTask DisposeAsync() => await hosted.DisposeAsync();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return document.RootElement.Clone();
    }
}
