using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SfMarketo.Cli.Sim;
using SfMarketo.Harness.Hosting;

namespace SfMarketo.Tests.Harness.Sim;

/// <summary><c>sfmarketo sim</c> in this process, over real sockets on free ports, in a folder of its own.</summary>
internal sealed class RunningSim : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task<int> running;

    private RunningSim(string data, SimProfile profile, bool tls)
    {
        Folder = Directory.CreateTempSubdirectory("sfmarketo-sim-").FullName;
        running = SimSession.RunAsync(new SimArguments(0, 0, data, 7, profile, Quiet: false) { Tls = tls }, Folder, Output, TextWriter.Null, stop.Token);
    }

    public string Folder { get; }

    public ReadyWriter Output { get; } = new();

    public HttpClient Http { get; } = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The lines of sim.env.</summary>
    public IReadOnlyDictionary<string, string> Env { get; private set; } = new Dictionary<string, string>();

    public string Salesforce => Env["SF_URL"];

    public string Marketo => Env["MKTO_URL"];

    public static async Task<RunningSim> StartAsync(string data = "empty", SimProfile profile = SimProfile.Developer, bool tls = false)
    {
        var sim = new RunningSim(data, profile, tls);
        await Task.WhenAny(sim.Output.Ready, sim.running);
        sim.running.IsCompleted.Should().BeFalse("it serves until it is stopped");
        sim.Env = File.ReadAllLines(Path.Combine(sim.Folder, ".sfmarketo", "sim.env")).Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        return sim;
    }

    public async Task<JsonElement> ControlAsync(string method, string url, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        response.IsSuccessStatusCode.Should().BeTrue(document.RootElement.ToString());
        return document.RootElement.Clone();
    }

    public async Task<JsonElement> GetAsync(string url)
    {
        using var document = JsonDocument.Parse(await Http.GetByteArrayAsync(url, TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    /// <param name="instance">Path of one that was added, <c>/987-XYZ-654</c>.</param>
    public async Task SignInToMarketoAsync(string instance = "")
    {
        var answer = await GetAsync($"{Marketo}{instance}/identity/oauth/token?grant_type=client_credentials&client_id={Env["MKTO_CLIENT_ID"]}&client_secret={Env["MKTO_CLIENT_SECRET"]}");
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("access_token").GetString());
    }

    /// <summary>As Ctrl-C does.</summary>
    public async Task<int> StopAsync()
    {
        await stop.CancelAsync();
        return await running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Http.Dispose();
        stop.Dispose();
        await Output.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
