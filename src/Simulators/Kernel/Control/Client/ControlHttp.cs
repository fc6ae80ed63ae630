using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SfMarketo.Kernel.Control.Client;

/// <summary>Sends one control call and reads its answer.</summary>
internal sealed class ControlHttp(HttpClient http, string url)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Where the simulator is, without a trailing slash.</summary>
    public string Url { get; } = url.TrimEnd('/');

    public HttpClient Client { get; } = http;

    /// <exception cref="SimControlException">The simulator refused.</exception>
    /// <exception cref="HttpRequestException">Nobody answers there.</exception>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, Url + "/__sim" + (path.Length == 0 ? "" : "/" + path));
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);
        using var response = await Client.SendAsync(request, cancellation);
        if (response.IsSuccessStatusCode)
        {
            return (await response.Content.ReadFromJsonAsync<T>(Json, cancellation))!;
        }

        throw await RefusalAsync(response, cancellation);
    }

    private static async Task<SimControlException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        try
        {
            var told = await response.Content.ReadFromJsonAsync<Refusal>(Json, cancellation);
            if (told is { Error.Length: > 0 })
            {
                return new SimControlException(status, told.Error, told.Where ?? "", told.Help ?? "");
            }
        }
        catch (JsonException)
        {
            // Not a simulator's answer.
        }

        return new SimControlException(status, "this is no simulator's control API", "", "check the URL");
    }

    private sealed record Refusal(string Error, string? Where, string? Help);
}
