using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Hosting;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Targets;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>An org over a socket with two signed-in users.</summary>
internal sealed class QueryOrg : IAsyncDisposable, IRecordSink
{
    private readonly WebApplication app;
    private readonly HttpClient http;
    private readonly Dictionary<string, string> tokens = [];

    private QueryOrg(SalesforceOrg org, FakeTimeProvider clock, WebApplication app)
    {
        (Org, Clock, this.app) = (org, clock, app);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = Timeout.InfiniteTimeSpan };
        org.Recorder.Add(this);
    }

    public SalesforceOrg Org { get; }

    public FakeTimeProvider Clock { get; }

    public List<CallEntry> Calls { get; } = [];

    public List<DeliveredEntry> Deliveries { get; } = [];

    public static async Task<QueryOrg> StartAsync()
    {
        CurrentTest.NeedsSimulator("an org that is filled from inside");
        if (Target.Salesforce is not null)
        {
            Assert.Skip("simulator only: " + CurrentTest.SimulatorOnly!.Reason);
        }

        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 11, 15, 30, 0, TimeSpan.Zero));
        var options = new SalesforceSimOptions
        {
            Users = [new OrgUser("sync@example.invalid"), new OrgUser("other@example.invalid")],
            SessionTimeout = TimeSpan.FromDays(10),
        };
        var org = new SalesforceOrg(options, clock, new Draws(7));
        var app = SimHost.Build(org, routes => routes.MapSalesforceSim(), configure: builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new QueryOrg(org, clock, app);
    }

    public string AddLead(string lastName, params KeyValuePair<string, object?>[] fields) =>
        Org.CreateRow("Lead", [new("LastName", lastName), new("Company", "Acme"), .. fields], "test");

    public Task<QueryAnswer> Query(string statement, string resource = "query", string? options = null) =>
        Get($"/services/data/v59.0/{resource}?q={Uri.EscapeDataString(statement)}", options);

    public async Task<QueryAnswer> Get(string path, string? options = null, string user = "sync@example.invalid", string method = "GET")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new("Bearer", Token(user));
        if (options is not null)
        {
            request.Headers.Add("Sforce-Query-Options", options);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return new QueryAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    public void OnCall(in CallEntry entry) => Calls.Add(entry);

    public void OnCommit(in CommitEntry entry)
    {
    }

    public void OnDelivered(in DeliveredEntry entry) => Deliveries.Add(entry);

    private string Token(string user)
    {
        if (!tokens.TryGetValue(user, out var token))
        {
            var row = Org.Store["User"].Rows.First(row => row.Text(row.Type.Field("Username").Number) == user);
            token = tokens[user] = Org.Sessions.Open(row, user, Micros.From(Clock.GetUtcNow())).Token;
        }

        return token;
    }
}

internal sealed record QueryAnswer(int Status, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? Next => Json.TryGetProperty("nextRecordsUrl", out var next) ? next.GetString() : null;

    public IEnumerable<JsonElement> Records => Json.GetProperty("records").EnumerateArray();
}
