using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Simulators.Bulk;

/// <summary>An org behind its web pipeline, and a client of its bulk jobs.</summary>
internal sealed class OrgBulk : IAsyncDisposable
{
    private const string Data = "/services/data/v59.0/";
    private const string User = "sync@example.invalid";

    private static readonly string Key = RSA.Create(2048).ExportSubjectPublicKeyInfoPem();

    private readonly HostedSimulator hosted;

    private OrgBulk(SalesforceOrg org, FakeTimeProvider time, HostedSimulator hosted) => (Org, Time, this.hosted) = (org, time, hosted);

    public SalesforceOrg Org { get; }

    public FakeTimeProvider Time { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OrgBulk> StartAsync()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-03-02T12:00:00Z", null));
        var options = new SalesforceSimOptions { AllowPasswordGrant = true, ConnectedApps = [new ConnectedApp("app", Key, [User])], Users = [new OrgUser(User, "Sync")] };
        var org = new SalesforceOrg(options, time, new Draws(7));
        var hosted = await HostedSimulator.StartAsync(org, app => app.MapSalesforceSim());
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("client_id", "app"), new("client_secret", "x"), new("username", User), new("password", "x")]);
        using var answer = await hosted.Http.PostAsync("/services/oauth2/token", form, Cancellation);
        hosted.Http.DefaultRequestHeaders.Authorization = new("Bearer", JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("access_token").GetString());
        return new OrgBulk(org, time, hosted);
    }

    /// <summary>Makes a job, brings the rows and closes it.</summary>
    public async Task<string> IngestAsync(string members, byte[] csv)
    {
        var id = JsonDocument.Parse(await SendAsync(HttpMethod.Post, "jobs/ingest", Json("{" + members + "}"))).RootElement.GetProperty("id").GetString()!;
        var content = new ByteArrayContent(csv);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        await SendAsync(HttpMethod.Put, $"jobs/ingest/{id}/batches", content);
        await SendAsync(HttpMethod.Patch, "jobs/ingest/" + id, Json("""{"state":"UploadComplete"}"""));
        return id;
    }

    public async Task<string> QueryAsync(string members) =>
        JsonDocument.Parse(await SendAsync(HttpMethod.Post, "jobs/query", Json("{\"operation\":\"query\"," + members + "}"))).RootElement.GetProperty("id").GetString()!;

    /// <summary>Moves the clock to the end of all jobs.</summary>
    public void RunToTheEnd()
    {
        while (Org.NextDue is { } due)
        {
            Time.Advance(due - Time.GetUtcNow());
            Org.RunDue();
        }
    }

    public Task<byte[]> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public ValueTask DisposeAsync() => hosted.DisposeAsync();

    private async Task<byte[]> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, Data + path) { Content = content };
        using var answer = await hosted.Http.SendAsync(request, Cancellation);
        var body = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        answer.IsSuccessStatusCode.Should().BeTrue(Encoding.UTF8.GetString(body));
        return body;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
