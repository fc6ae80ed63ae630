using System.Net;
using System.Text.Json;

namespace SfMarketo.Harness.Workload;

/// <summary>Another integration of the same instance or org: real requests under its own credential, which spend what all of its users share.</summary>
/// <param name="network">Its way there.</param>
/// <param name="signIn">Makes the request for its token.</param>
/// <param name="page">The page that it reads.</param>
#pragma warning disable CA1001 // Its way is the run's and holds no socket.
public sealed class Neighbour(HttpMessageHandler network, Func<HttpRequestMessage> signIn, Uri page)
#pragma warning restore CA1001
{
    private static readonly Uri Marketo = new("https://123-abc-456.example.invalid");
    private static readonly Uri Salesforce = new("https://salesforce.example.invalid");

    private readonly HttpMessageInvoker client = new(network, disposeHandler: false);
    private Task<string?>? token;

    /// <summary>Calls that were made, sign-ins not counted.</summary>
    public long Calls { get; private set; }

    /// <summary>A client of Marketo that reads the list of activity types.</summary>
    /// <param name="network">Its way there.</param>
    /// <param name="clientId">Of its own credential.</param>
    /// <param name="secret">Of the same.</param>
    public static Neighbour OfMarketo(HttpMessageHandler network, string clientId, string secret) => new(
        network,
        () => new HttpRequestMessage(HttpMethod.Get, new Uri(Marketo, $"/identity/oauth/token?grant_type=client_credentials&client_id={clientId}&client_secret={secret}")),
        new Uri(Marketo, "/rest/v1/activities/types.json"));

    /// <summary>A client of Salesforce that asks for one row of a small object.</summary>
    /// <param name="network">Its way there.</param>
    /// <param name="app">Consumer key of a connected app.</param>
    /// <param name="username">Its user, who may sign in with the password grant.</param>
    public static Neighbour OfSalesforce(HttpMessageHandler network, string app, string username) => new(
        network,
        () => new HttpRequestMessage(HttpMethod.Post, new Uri(Salesforce, "/services/oauth2/token"))
        {
            Content = new FormUrlEncodedContent(
                [new("grant_type", "password"), new("client_id", app), new("client_secret", "simulated"), new("username", username), new("password", "simulated")]),
        },
        new Uri(Salesforce, "/services/data/v61.0/query?q=SELECT+Id+FROM+User+LIMIT+1"));

    /// <summary>Makes one call. What is answered is no matter; a token that is gone is asked for anew by the next call.</summary>
    public async Task CallAsync()
    {
        try
        {
            token ??= SignInAsync();
            if (await token is not { } known)
            {
                token = null;
                return;
            }

            Calls++;
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + known);
            using var answer = await client.SendAsync(request, CancellationToken.None);
            var body = await answer.Content.ReadAsStringAsync(CancellationToken.None);
            if (answer.StatusCode == HttpStatusCode.Unauthorized || body.Contains("\"601\"", StringComparison.Ordinal) || body.Contains("\"602\"", StringComparison.Ordinal))
            {
                token = null;
            }
        }
        catch (HttpRequestException)
        {
            // Its own bad luck on the way.
            token = token is { IsFaulted: true } ? null : token;
        }
    }

    private async Task<string?> SignInAsync()
    {
        using var request = signIn();
        using var answer = await client.SendAsync(request, CancellationToken.None);
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        using var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(CancellationToken.None));
        return body.RootElement.TryGetProperty("access_token", out var value) ? value.GetString() : null;
    }
}
