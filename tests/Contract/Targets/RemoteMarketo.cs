using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity.Shapes;

namespace SfMarketo.Tests.Contract.Targets;

/// <summary>A Marketo instance at another address. What a test made is deleted at its end; a simulator is emptied before.</summary>
internal sealed class RemoteMarketo : IAsyncDisposable
{
    private static readonly CallPace Pace = new();

    private readonly IDisposable turn;
    private readonly bool simulated;

    private RemoteMarketo(IDisposable turn, bool simulated, string identity)
    {
        (this.turn, this.simulated, Identity) = (turn, simulated, identity);
        // An address of its own for each test: what an interrupted run left behind is in nobody's way.
        var domain = string.Create(CultureInfo.InvariantCulture, $"t{TimeProvider.System.GetUtcNow().Ticks:x}.example.invalid");
        Http = new HttpClient(new ShapeHandler(new OwnDomain(new Recorder(this), domain))) { BaseAddress = Target.Marketo, Timeout = TimeSpan.FromSeconds(100) };
    }

    public HttpClient Http { get; }

    /// <summary>Path and query of the sign-in.</summary>
    public string Identity { get; }

    /// <summary>People and companies that the test made, to be deleted.</summary>
    private List<int> People { get; } = [];

    private List<int> Companies { get; } = [];

    public static async Task<RemoteMarketo> StartAsync(CancellationToken cancellation)
    {
        var identity = $"/identity/oauth/token?grant_type=client_credentials&client_id={Uri.EscapeDataString(Target.MarketoClient)}&client_secret={Uri.EscapeDataString(Target.MarketoSecret)}";
        var turn = await OneAtATime.EnterAsync(cancellation);
        try
        {
            return new RemoteMarketo(turn, await PrepareAsync(cancellation), identity);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!simulated && Http.DefaultRequestHeaders.Authorization is not null)
            {
                await DeleteAsync("/rest/v1/leads/delete.json", "", People);
                await DeleteAsync("/rest/v1/companies/delete.json", "\"deleteBy\":\"idField\",", Companies);
            }
        }
        finally
        {
            Http.Dispose();
            turn.Dispose();
        }
    }

    /// <summary>A simulator is emptied, its limits are lifted, and the seed's forms are as this run wants them. A vendor's instance has no control API: 610 or 404 there.</summary>
    /// <returns>Whether it is a simulator.</returns>
    private static async Task<bool> PrepareAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = Target.Marketo };
        using var state = await http.GetAsync("/__sim/state", cancellation);
        if (!state.IsSuccessStatusCode || state.Content.Headers.ContentType?.MediaType != "application/json" || !(await state.Content.ReadAsStringAsync(cancellation)).Contains("\"limits\"", StringComparison.Ordinal))
        {
            return false;
        }

        using var reset = await http.PostAsync("/__sim/reset", Json("""{"data":"empty"}"""), cancellation);
        reset.EnsureSuccessStatusCode();
        using var limits = await http.PutAsync("/__sim/limits", Json("""{"callsPerWindow":100000,"callsPerDay":10000000}"""), cancellation);
        limits.EnsureSuccessStatusCode();
        using var switches = await http.PutAsync("/__sim/switches", Json(Target.CompatSeed ? """{"compat.seed":"on"}""" : """{"compat.seed":"off"}"""), cancellation);
        switches.EnsureSuccessStatusCode();
        return true;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    private async Task DeleteAsync(string path, string more, List<int> ids)
    {
        foreach (var part in ids.Chunk(300).ToList())
        {
            using var answer = await Http.PostAsync(path, Json($$"""{{{more}}"input":[{{string.Join(',', part.Select(id => $$"""{"id":{{id}}}"""))}}]}"""));
        }
    }

    /// <summary>Paces the calls, and notes what they create.</summary>
    private sealed class Recorder(RemoteMarketo owner) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!owner.simulated)
            {
                await Pace.WaitAsync(cancellationToken);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath is "/rest/v1/leads.json" or "/rest/v1/companies.json" && response.IsSuccessStatusCode)
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                Note(request.RequestUri.AbsolutePath == "/rest/v1/leads.json" ? owner.People : owner.Companies, await response.Content.ReadAsByteArrayAsync(cancellationToken));
            }

            return response;
        }

        private static void Note(List<int> ids, byte[] body)
        {
            using var answer = JsonDocument.Parse(body);
            if (answer.RootElement.TryGetProperty("result", out var result))
            {
                ids.AddRange(result.EnumerateArray()
                    .Where(record => record.TryGetProperty("status", out var status) && status.ValueEquals("created") && record.TryGetProperty("id", out _))
                    .Select(record => record.GetProperty("id").GetInt32()));
            }
        }
    }
}
