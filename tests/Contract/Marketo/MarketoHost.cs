using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity.Shapes;
using SfMarketo.Tests.Contract.Hosting;
using SfMarketo.Tests.Contract.Targets;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>A Marketo instance with one API user that is signed in: a simulator of the test's own with a clock that stands still, or what <c>MKTO_URL</c> names.</summary>
/// <remarks>
/// The inside of the simulator, its clock, its records and options of its own are for tests that are marked <c>[SimulatorOnly]</c>. Switches are not: at their defaults a test of
/// them runs against the vendor, and is skipped at the other settings.
/// </remarks>
public sealed class MarketoHost : IAsyncDisposable
{
    private readonly MarketoInstance? instance;
    private readonly FakeTimeProvider? time;
    private readonly RecordList records = new();
    private readonly IAsyncDisposable owned;

    private MarketoHost(MarketoInstance instance, FakeTimeProvider time, HostedSimulator hosted)
    {
        (this.instance, this.time, Http, owned) = (instance, time, hosted.Http, hosted);
        instance.Recorder.Add(records);
    }

    private MarketoHost(RemoteMarketo remote) => (Http, owned, Identity) = (remote.Http, remote, remote.Identity);

    /// <summary>Without the seed's forms, unless the environment switches them on for a run of its own.</summary>
    public static MarketoSimOptions Options { get; } = new()
    {
        Credentials = [new MarketoCredential("sync-engine", "s3cret", "sync@example.invalid")],
        Switches = new MarketoSwitches { CompatSeed = Target.CompatSeed },
    };

    /// <summary>The vendor's forms alone, also in a run with those of the seed.</summary>
    public static MarketoSimOptions VendorForms { get; } = Options with { Switches = Options.Switches with { CompatSeed = false } };

    /// <summary>Path and query of the sign-in.</summary>
    public string Identity { get; } = "/identity/oauth/token?grant_type=client_credentials&client_id=sync-engine&client_secret=s3cret";

    public MarketoInstance Instance => Inside(instance, nameof(Instance));

    public FakeTimeProvider Time => Inside(time, nameof(Time));

    public RecordList Records => Inside(instance is null ? null : records, nameof(Records));

    public HttpClient Http { get; }

    /// <summary>An instant before the test began, as a query takes it.</summary>
    public string Since { get; } = (Target.Marketo is null ? new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero) : TimeProvider.System.GetUtcNow().AddMinutes(-1)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static async Task<MarketoHost> StartAsync(MarketoSimOptions? options = null, string? start = null, bool signIn = true)
    {
        options ??= Options;
        var plain = options with { Switches = Options.Switches };
        if (start is not null || plain != Options && plain != AssetExamples.Options)
        {
            CurrentTest.NeedsSimulator("options of its own");
        }

        var host = Target.Marketo is null ? await SimulateAsync(options, start ?? "2026-03-02T12:00:00Z") : await FindAsync(options.Switches, plain == AssetExamples.Options);
        if (signIn)
        {
            await host.SignInAsync();
        }

        return host;
    }

    /// <summary>With these switches, the seed's forms as the run has them.</summary>
    public static Task<MarketoHost> StartAsync(MarketoSwitches switches) => StartAsync(Options with { Switches = switches with { CompatSeed = Target.CompatSeed } });

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

    /// <summary>One person's fields, read by id.</summary>
    public async Task<JsonElement> PersonAsync(int id, string fields) => (await GetAsync($"/rest/v1/lead/{id}.json?fields={fields}")).Result().Single();

    /// <summary>One field of a person as text; null when it has no value.</summary>
    public async Task<string?> FieldAsync(int id, string field) =>
        await PersonAsync(id, field) is var person && person.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    /// <summary>How many people have one of these e-mails.</summary>
    public async Task<int> CountAsync(params string[] emails) => (await GetAsync($"/rest/v1/leads.json?filterType=email&filterValues={string.Join(',', emails)}")).Result().Count();

    /// <summary>Activities since before the test, of these types and people.</summary>
    public async Task<JsonElement[]> FeedAsync(string types, params int[] ids)
    {
        var token = (await GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=" + Since)).Text("nextPageToken")!;
        var only = ids.Length > 0 ? "&leadIds=" + string.Join(',', ids) : "";
        return [.. (await GetAsync($"/rest/v1/activities.json?activityTypeIds={types}&nextPageToken={Uri.EscapeDataString(token)}{only}")).Result()];
    }

    public async ValueTask DisposeAsync() => await owned.DisposeAsync();

    private static T Inside<T>(T? inside, string what)
        where T : class
    {
        CurrentTest.NeedsSimulator("the simulator's " + what);
        return inside ?? throw new InvalidOperationException($"{what}: there is no simulator in this process.");
    }

    private static async Task<MarketoHost> SimulateAsync(MarketoSimOptions options, string start)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(start, null));
        var instance = new MarketoInstance(options, time, new Draws(7));
        return new MarketoHost(instance, time, await HostedSimulator.StartAsync(instance, app => app.MapMarketoSim(), inner => Target.IsContract ? new ShapeHandler(inner) : inner));
    }

    private static async Task<MarketoHost> FindAsync(MarketoSwitches switches, bool assets)
    {
        if (CurrentTest.SimulatorOnly is { } only)
        {
            Assert.Skip("simulator only: " + only.Reason);
        }

        if (switches != Options.Switches)
        {
            Assert.Skip("simulator only: a switch that is not at its default");
        }

        var host = new MarketoHost(await RemoteMarketo.StartAsync(TestContext.Current.CancellationToken));
        try
        {
            await host.SignInAsync();
            Assert.SkipWhen(assets && !await AssetExamples.AreThereAsync(host), "the instance has not the assets of AssetExamples.cs");
            return host;
        }
        catch
        {
            // The next test waits for its turn.
            await host.DisposeAsync();
            throw;
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return document.RootElement.Clone();
    }
}
