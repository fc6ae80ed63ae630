using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SfMarketo.Tests.Clients;

/// <summary>Both APIs by plain HTTP, as with curl.</summary>
internal sealed class Wire : IDisposable
{
    private const string Data = "/services/data/v59.0";

    private readonly HttpClient http = new();
    private readonly IReadOnlyDictionary<string, string> settings;
    private string salesforceToken = "";
    private string marketoToken = "";

    private Wire(IReadOnlyDictionary<string, string> settings) => this.settings = settings;

    public string OrganizationId { get; private set; } = "";

    public static async Task<Wire> SignInAsync(IReadOnlyDictionary<string, string> settings)
    {
        var wire = new Wire(settings);
        var session = await wire.SendAsync(HttpMethod.Post, settings["SF_URL"] + "/services/oauth2/token", "", new FormUrlEncodedContent(
            [new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), new("assertion", wire.Assertion())]));
        wire.salesforceToken = session.GetProperty("access_token").GetString()!;
        wire.OrganizationId = new Uri(session.GetProperty("id").GetString()!).Segments[^2].TrimEnd('/');
        var token = await wire.SendAsync(HttpMethod.Get,
            $"{settings["MKTO_URL"]}/identity/oauth/token?grant_type=client_credentials&client_id={settings["MKTO_CLIENT_ID"]}&client_secret={settings["MKTO_CLIENT_SECRET"]}", "", null);
        wire.marketoToken = token.GetProperty("access_token").GetString()!;
        return wire;
    }

    public async Task<string> CreateAsync(string record, string json) =>
        (await SendAsync(HttpMethod.Post, $"{settings["SF_URL"]}{Data}/sobjects/{record}", salesforceToken, Json(json))).GetProperty("id").GetString()!;

    public Task EditAsync(string record, string id, string json) => SendAsync(HttpMethod.Patch, $"{settings["SF_URL"]}{Data}/sobjects/{record}/{id}", salesforceToken, Json(json));

    /// <summary>What a person does in Salesforce.</summary>
    public Task<JsonElement> ActAsync(string action, string json) => SendAsync(HttpMethod.Post, $"{settings["SF_URL"]}/__sim/actions/{action}", "", Json(json));

    /// <summary>The person of an address, as soon as it is as expected.</summary>
    public async Task<JsonElement> PersonAsync(string email, Func<JsonElement, bool> isAsExpected, TimeSpan atMost)
    {
        var last = default(JsonElement);
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < atMost; await Task.Delay(TimeSpan.FromMilliseconds(500)))
        {
            last = await SendAsync(HttpMethod.Get,
                $"{settings["MKTO_URL"]}/rest/v1/leads.json?filterType=email&filterValues={Uri.EscapeDataString(email)}&fields=id,email,lifecycleStage,sfdcPersonId,mobilePhone", marketoToken, null);
            if (last.TryGetProperty("result", out var people) && people.GetArrayLength() == 1 && isAsExpected(people[0]))
            {
                return people[0];
            }
        }

        throw new InvalidOperationException($"The person was not as expected within {atMost}: {last}");
    }

    public async Task<(int Status, string Body)> PostAsync(string url, string xml)
    {
        using var response = await http.PostAsync(new Uri(url), new StringContent(xml, Encoding.UTF8, "text/xml"));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task<JsonElement> SendAsync(HttpMethod method, string url, string token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Authorization = token.Length == 0 ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{method} {request.RequestUri!.AbsolutePath} answered {(int)response.StatusCode}: {body}");
        }

        using var document = JsonDocument.Parse(body.Length == 0 ? "{}" : body);
        return document.RootElement.Clone();
    }

    private string Assertion()
    {
        var expires = DateTimeOffset.UtcNow.AddMinutes(3).ToUnixTimeSeconds();
        var claims = $$"""{"iss":"{{settings["SF_CLIENT_ID"]}}","sub":"{{settings["SF_USERNAME"]}}","aud":"{{settings["SF_URL"]}}","exp":{{expires}}}""";
        var text = Base64Url.EncodeToString("""{"alg":"RS256"}"""u8) + "." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims));
        using var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(settings["SF_PRIVATE_KEY_FILE"]));
        return text + "." + Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
