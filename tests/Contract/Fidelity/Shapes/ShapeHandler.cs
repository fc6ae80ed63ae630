using System.Text.Json;

namespace SfMarketo.Tests.Contract.Fidelity.Shapes;

/// <summary>Holds every JSON answer that passes against the published shapes.</summary>
internal sealed class ShapeHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType == "application/json" && (int)response.StatusCode == 200)
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            Check(request, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }

        return response;
    }

    private static void Check(HttpRequestMessage request, byte[] body)
    {
        if (body.Length == 0)
        {
            return;
        }

        using var answer = JsonDocument.Parse(body);
        ShapeBook.Marketo.Differences(MethodOf(request), request.RequestUri!.AbsolutePath, answer.RootElement).Should().BeEmpty(
            "{0} {1} answers as published; where the wire is known to differ, marketo-shape-exceptions.tsv says so with its reason", request.Method, request.RequestUri.AbsolutePath);
    }

    /// <summary>A read may be a POST that says so.</summary>
    private static string MethodOf(HttpRequestMessage request) =>
        request.RequestUri!.Query.Contains("_method=GET", StringComparison.Ordinal) || request.Content?.Headers.ContentType?.MediaType == "application/x-www-form-urlencoded" && !HasForm(request.RequestUri.AbsolutePath)
            ? "GET"
            : request.Method.Method;

    /// <summary>Merges and the writes of the asset API are forms themselves.</summary>
    private static bool HasForm(string path) => path.EndsWith("/merge.json", StringComparison.Ordinal) || path.StartsWith("/rest/asset/", StringComparison.Ordinal);
}
