using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Contract.Salesforce;

/// <summary>An org behind its web pipeline, with the engine's connected app and user, its records and a clock that stands still.</summary>
public sealed class OrgHost : IAsyncDisposable
{
    public const string ConsumerKey = "sfmarketo-sync";
    public const string Username = "sync@example.invalid";
    public const string Data = "/services/data/v59.0";

    private static readonly RSA Key = RSA.Create(2048);
    private static readonly DateTimeOffset Start = new(2026, 3, 11, 15, 30, 0, 250, TimeSpan.Zero);

    private readonly HostedSimulator host;
    private string? token;

    private OrgHost(SalesforceOrg org, FakeTimeProvider clock, HostedSimulator host)
    {
        (Org, Clock, this.host) = (org, clock, host);
        org.Recorder.Add(Records);
    }

    public static string PublicKeyPem { get; } = Key.ExportSubjectPublicKeyInfoPem();

    public static SalesforceSimOptions DefaultOptions => new()
    {
        ConnectedApps = [new ConnectedApp(ConsumerKey, PublicKeyPem, [Username, "gone@example.invalid"])],
        Users = [new OrgUser(Username, "User", "Sync"), new OrgUser("ann@example.invalid", "Able", "Ann"), new OrgUser("gone@example.invalid", "Gone", IsActive: false)],
        Queues = ["Inbound"],
    };

    public SalesforceOrg Org { get; }

    public FakeTimeProvider Clock { get; }

    public RecordList Records { get; } = new();

    public HttpClient Http => host.Http;

    public static async Task<OrgHost> StartAsync(SalesforceSimOptions? options = null)
    {
        var clock = new FakeTimeProvider(Start);
        var org = new SalesforceOrg(options ?? DefaultOptions, clock, new Draws(7));
        return new OrgHost(org, clock, await HostedSimulator.StartAsync(org, routes => routes.MapSalesforceSim()));
    }

    public static Task<OrgHost> StartAsync(SalesforceSwitches switches) => StartAsync(With(switches));

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

    public string Claims(string iss = ConsumerKey, string sub = Username, string aud = "https://login.salesforce.com", string? exp = null) =>
        $"\"iss\":\"{iss}\",\"sub\":\"{sub}\",\"aud\":\"{aud}\",\"exp\":{exp ?? (Clock.GetUtcNow().ToUnixTimeSeconds() + 180).ToString(System.Globalization.CultureInfo.InvariantCulture)}";

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
        token ??= (await SignIn(Sign(Claims()))).Json.GetProperty("access_token").GetString()!;
        using var request = new HttpRequestMessage(new HttpMethod(method), path.StartsWith('/') ? path : Data + "/" + path);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return await Send(request);
    }

    /// <summary>The next call signs in anew: a reset ended all sessions.</summary>
    public void SignOut() => token = null;

    /// <summary>Calls use this token instead of signing in by themselves.</summary>
    public void Use(string accessToken) => token = accessToken;

    public async Task<string> Create(string @object, string json) => (await Call("POST", "sobjects/" + @object, json)).Json.GetProperty("id").GetString()!;

    public Task<string> CreateLead(string more = "") => Create("Lead", "{\"LastName\":\"Ray\",\"Company\":\"Acme\"" + (more.Length > 0 ? "," + more : "") + "}");

    public async Task<OrgAnswer> Send(HttpRequestMessage request)
    {
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new OrgAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), headers);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
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
