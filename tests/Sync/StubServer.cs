using System.Net;
using System.Text;

namespace SfMarketo.Tests.Sync;

/// <summary>Answers requests in the test's own words, in process, and keeps what it was asked.</summary>
internal sealed class StubServer(Func<StubRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<StubRequest> Requests { get; } = [];

    /// <summary>Set to hold answers back until it completes.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    public static HttpResponseMessage Json(string json, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var seen = new StubRequest(request.Method.Method, request.RequestUri!, body, request.Headers.Authorization?.Parameter,
            request.Headers.TryGetValues("Sforce-Auto-Assign", out var assign) ? string.Join(",", assign) : null);
        Requests.Add(seen);
        await Hold.WaitAsync(cancellationToken);
        return answer(seen);
    }
}

internal sealed record StubRequest(string Method, Uri Uri, string Body, string? Token, string? AutoAssign)
{
    public string Path => Uri.AbsolutePath;
}
