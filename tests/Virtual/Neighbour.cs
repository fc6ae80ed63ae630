using System.Text;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.Tests.Virtual;

/// <summary>Another integration of the same Marketo instance: it spends what all of its users share.</summary>
internal sealed class Neighbour(HttpMessageHandler network, TimeProvider time)
{
    private static readonly Uri Marketo = new("https://123-abc-456.example.invalid");

    public static MarketoCredential Credential { get; } = new("neighbour", "simulated-secret", "neighbour@example.invalid");

    /// <summary>Reads describe pages, as many as asked for in each window, at even distances whatever the answers are.</summary>
    public async Task CallAsync(int callsPerWindow, TimeSpan duration)
    {
        using var client = new HttpMessageInvoker(network, disposeHandler: false);
        var end = time.GetUtcNow() + duration;
        var token = await SignInAsync(client);
        var pause = TimeSpan.FromMilliseconds(20_000 / callsPerWindow);
        var answers = new List<Task<HttpResponseMessage>>();
        while (time.GetUtcNow() < end)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Marketo, "/rest/v1/leads/describe.json"));
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
            answers.Add(client.SendAsync(request, CancellationToken.None));
            await Task.Delay(pause, time, CancellationToken.None);
        }

        foreach (var answer in await Task.WhenAll(answers))
        {
            answer.RequestMessage!.Dispose();
            answer.Dispose();
        }
    }

    /// <summary>Deletes a company that nobody belongs to.</summary>
    public async Task DeleteCompanyAsync(string externalId)
    {
        using var client = new HttpMessageInvoker(network, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Marketo, "/rest/v1/companies/delete.json"));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + await SignInAsync(client));
        request.Content = new StringContent($$"""{"deleteBy":"dedupeFields","input":[{"externalCompanyId":"{{externalId}}"}]}""", Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, CancellationToken.None);
    }

    private static async Task<string> SignInAsync(HttpMessageInvoker client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Marketo, $"/identity/oauth/token?grant_type=client_credentials&client_id={Credential.ClientId}&client_secret=simulated-secret"));
        using var answer = await client.SendAsync(request, CancellationToken.None);
        using var body = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return body.RootElement.GetProperty("access_token").GetString()!;
    }
}
