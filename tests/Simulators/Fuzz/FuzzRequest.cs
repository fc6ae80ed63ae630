using System.Text;
using System.Text.Json;

namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>One request: of the corpus, or made of one.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="ContentType">Empty for none.</param>
/// <param name="Body">Text as it is sent in UTF-8.</param>
internal sealed record FuzzRequest(string Method, string Target, string ContentType, string Body)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The good requests from which bad ones are made: one line each, a JSON array of the four parts.</summary>
    /// <param name="name">Name of the embedded file.</param>
    public static IReadOnlyList<FuzzRequest> Corpus(string name)
    {
        using var stream = typeof(FuzzRequest).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        var requests = new List<FuzzRequest>();
        while (reader.ReadLine() is { } line)
        {
            using var parts = JsonDocument.Parse(line);
            var texts = parts.RootElement.EnumerateArray().Select(part => part.GetString()!).ToList();
            requests.Add(new FuzzRequest(texts[0], texts[1], texts[2], texts[3]));
        }

        return requests;
    }

    /// <summary>The message to send; null when HTTP itself has no such request.</summary>
    public HttpRequestMessage? ToMessage()
    {
        // The web server refuses a zero in a path before any endpoint sees it.
        if (Target.Split('?')[0].Contains("%00", StringComparison.Ordinal) || !Uri.TryCreate(Target, UriKind.Relative, out var uri) || !Uri.TryCreate(new Uri("http://simulator"), uri, out _))
        {
            return null;
        }

        var message = new HttpRequestMessage(new HttpMethod(Method), uri);
        if (Body.Length > 0 || ContentType.Length > 0)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body).Select(value => value == OddValues.NoUtf8 ? (byte)0xFF : value).ToArray());
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    public override string ToString() =>
        $"{Method} {Target}\n{string.Concat(Headers.Where(header => header.Key is not ("Authorization" or "X-SFDC-Session")).Select(header => $"{header.Key}: {header.Value}\n"))}Content-Type: {ContentType}\n\n{(Body.Length > 4000 ? Body[..4000] + "…" : Body)}";
}
