using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Hosting;
using SfMarketo.Tests.Contract.Targets;

namespace SfMarketo.Tests.Contract.Salesforce;

/// <summary>An org with the engine's connected app and user: a simulator of the test's own behind its web pipeline, on a clock that stands still, or what <c>SF_URL</c> names.</summary>
/// <remarks>The org's inside, its clock, its records and options of its own are for tests that are marked <c>[SimulatorOnly]</c>.</remarks>
public sealed class OrgHost : IAsyncDisposable
{
    public const string ConsumerKey = "sfmarketo-sync";
    public const string Username = "sync@example.invalid";
    public const string Data = "/services/data/v59.0";

    private static readonly RSA Key = Target.Salesforce is null ? RSA.Create(2048) : RemoteSalesforce.ReadKey();
    private static readonly DateTimeOffset Start = new(2026, 3, 11, 15, 30, 0, 250, TimeSpan.Zero);

    private readonly SalesforceOrg? org;
    private readonly FakeTimeProvider? clock;
    private readonly RecordList records = new();
    private readonly HttpClient http;
    private readonly IAsyncDisposable owned;
    private string? token;

    private OrgHost(SalesforceOrg org, FakeTimeProvider clock, HostedSimulator host)
    {
        (this.org, this.clock, http, owned) = (org, clock, host.Http, host);
        org.Recorder.Add(records);
    }

    private OrgHost(RemoteSalesforce remote) => (http, owned) = (remote.Http, remote);

    public static string PublicKeyPem { get; } = Key.ExportSubjectPublicKeyInfoPem();

    public static SalesforceSimOptions DefaultOptions => new()
    {
        ConnectedApps = [new ConnectedApp(ConsumerKey, PublicKeyPem, [Username, "gone@example.invalid"])],
        Users = [new OrgUser(Username, "User", "Sync"), new OrgUser("ann@example.invalid", "Able", "Ann"), new OrgUser("gone@example.invalid", "Gone", IsActive: false)],
        Queues = ["Inbound"],
    };

    public SalesforceOrg Org => Inside(org, nameof(Org));

    public FakeTimeProvider Clock => Inside(clock, nameof(Clock));

    public RecordList Records => Inside(org is null ? null : records, nameof(Records));

    public HttpClient Http => http;

    public static Task<OrgHost> StartAsync(SalesforceSimOptions? options = null)
    {
        if (options is not null)
        {
            CurrentTest.NeedsSimulator("options of its own");
        }

        return Target.Salesforce is null ? SimulateAsync(options ?? DefaultOptions) : FindAsync(new SalesforceSwitches());
    }

    public static Task<OrgHost> StartAsync(SalesforceSwitches switches) => Target.Salesforce is null ? SimulateAsync(With(switches)) : FindAsync(switches);

    public static SalesforceSimOptions With(SalesforceSwitches switches) => new()
    {
        ConnectedApps = DefaultOptions.ConnectedApps,
        Users = DefaultOptions.Users,
        Queues = DefaultOptions.Queues,
        Switches = switches,
    };

    /// <summary>A signed assertion; the claims are raw JSON members.</summary>
    public static string Sign(string claims, string header = """{"alg":"RS256"}""", RSA? key = null)
    {
        var signed = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header)) + "." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes("{" + claims + "}"));
        return signed + "." + Base64Url.EncodeToString((key ?? Key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public string Claims(string? iss = null, string? sub = null, string aud = "https://login.salesforce.com", string? exp = null)
    {
        var (client, user) = Target.Salesforce is null ? (ConsumerKey, Username) : (Target.SalesforceClient, Target.SalesforceUser);
        var until = exp ?? ((clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds() + 180).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return $"\"iss\":\"{iss ?? client}\",\"sub\":\"{sub ?? user}\",\"aud\":\"{aud}\",\"exp\":{until}";
    }

    public async Task<OrgAnswer> SignIn(string assertion)
    {
        using var content = new FormUrlEncodedContent([new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), new("assertion", assertion)]);
        return await Post("/services/oauth2/token", content);
    }

    public async Task<OrgAnswer> Post(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        return await Send(request);
    }

    /// <summary>A call with the sync user's token, got on first use.</summary>
    public async Task<OrgAnswer> Call(string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await CallWith(method, path, content, headers);
    }

    /// <summary>The same with any body.</summary>
    public async Task<OrgAnswer> CallWith(string method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = await Request(method, path, content, headers);
        return await Send(request);
    }

    /// <summary>A request with the sync user's token and a body of any kind.</summary>
    public async Task<HttpRequestMessage> Request(string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path.StartsWith('/') ? path : Data + "/" + path) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + await Token());
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>The sync user's token, got on first use.</summary>
    public async Task<string> Token() => token ??= (await SignIn(Sign(Claims()))).Json.GetProperty("access_token").GetString()!;

    /// <summary>Lets time go by: of the simulator's clock, or of all.</summary>
    public Task PassAsync(TimeSpan time)
    {
        if (clock is null)
        {
            return Task.Delay(time, TimeProvider.System, TestContext.Current.CancellationToken);
        }

        clock.Advance(time);
        return Task.CompletedTask;
    }

    /// <summary>The next call signs in anew: a reset ended all sessions.</summary>
    public void SignOut() => token = null;

    /// <summary>Calls use this token instead of signing in by themselves.</summary>
    public void Use(string accessToken) => token = accessToken;

    public async Task<string> Create(string @object, string json) => (await Call("POST", "sobjects/" + @object, json)).Json.GetProperty("id").GetString()!;

    /// <summary>How many rows an object has.</summary>
    public async Task<int> Count(string @object) => (await Call("GET", "query?q=SELECT+COUNT()+FROM+" + @object))["totalSize"].GetInt32();

    public Task<string> CreateLead(string more = "") => Create("Lead", "{\"LastName\":\"Ray\",\"Company\":\"Acme\"" + (more.Length > 0 ? "," + more : "") + "}");

    public async Task<OrgAnswer> Send(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new OrgAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), headers);
    }

    public ValueTask DisposeAsync() => owned.DisposeAsync();

    private static async Task<OrgHost> SimulateAsync(SalesforceSimOptions options)
    {
        var clock = new FakeTimeProvider(Start);
        var org = new SalesforceOrg(options, clock, new Draws(7));
        return new OrgHost(org, clock, await HostedSimulator.StartAsync(org, routes => routes.MapSalesforceSim()));
    }

    private static async Task<OrgHost> FindAsync(SalesforceSwitches switches)
    {
        if (CurrentTest.SimulatorOnly is { } only)
        {
            Assert.Skip("simulator only: " + only.Reason);
        }

        if (switches != new SalesforceSwitches())
        {
            Assert.Skip("simulator only: a switch that is not at its default");
        }

        return new OrgHost(await RemoteSalesforce.StartAsync(TestContext.Current.CancellationToken));
    }

    private static T Inside<T>(T? inside, string what)
        where T : class
    {
        CurrentTest.NeedsSimulator("the simulator's " + what);
        return inside ?? throw new InvalidOperationException($"{what}: there is no simulator in this process.");
    }
}

/// <summary>An answer of the org.</summary>
public sealed record OrgAnswer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement this[string name] => Json.GetProperty(name);

    /// <summary>Asserts the one error of the array form.</summary>
    public void ShouldRefuse(int status, string code, string message)
    {
        Status.Should().Be(status, Body);
        Json[0].GetProperty("errorCode").GetString().Should().Be(code);
        Json[0].GetProperty("message").GetString().Should().Be(message);
        Json.GetArrayLength().Should().Be(1);
    }

    /// <summary>Asserts the object form of the token endpoint.</summary>
    public void ShouldRefuseSignIn(string error, string description)
    {
        Status.Should().Be(400, Body);
        this["error"].GetString().Should().Be(error);
        this["error_description"].GetString().Should().Be(description);
    }
}
