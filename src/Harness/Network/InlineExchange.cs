using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Harness.Network;

/// <summary>Request and response of one inline call, as the features that ASP.NET Core asks for.</summary>
#pragma warning disable CA1001 // A memory stream holds nothing that needs disposal, and the answer goes on using its buffer.
internal sealed class InlineExchange :
    IHttpRequestFeature, IHttpResponseFeature, IHttpResponseBodyFeature, IHttpRequestBodyDetectionFeature, IHttpRequestLifetimeFeature, IWholeBodyFeature, INetworkFateFeature
#pragma warning restore CA1001
{
    private readonly MemoryStream output = new();
    private PipeWriter? writer;

    public InlineExchange(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        var uri = request.RequestUri!;
        WholeBody = body;
        Method = request.Method.Method;
        Scheme = uri.Scheme;
        Path = PathString.FromUriComponent(uri).Value!;
        QueryString = uri.Query;
        RawTarget = uri.PathAndQuery;
        RequestHeaders = Headers(request, uri, body.Length);
        Features = new FeatureCollection(10);
        Features.Set<IHttpRequestFeature>(this);
        Features.Set<IHttpResponseFeature>(this);
        Features.Set<IHttpResponseBodyFeature>(this);
        Features.Set<IHttpRequestBodyDetectionFeature>(this);
        Features.Set<IHttpRequestLifetimeFeature>(this);
        Features.Set<IWholeBodyFeature>(this);
        Features.Set<INetworkFateFeature>(this);
    }

    public FeatureCollection Features { get; }

    public string Protocol { get; set; } = "HTTP/1.1";

    public string Scheme { get; set; }

    public string Method { get; set; }

    public string PathBase { get; set; } = "";

    public string Path { get; set; }

    public string QueryString { get; set; }

    public string RawTarget { get; set; }

    public bool HasStarted { get; private set; }

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public bool CanHaveBody => !WholeBody.IsEmpty;

    public CancellationToken RequestAborted { get; set; }

    IHeaderDictionary IHttpRequestFeature.Headers { get => RequestHeaders; set => RequestHeaders = value; }

    IHeaderDictionary IHttpResponseFeature.Headers { get => ResponseHeaders; set => ResponseHeaders = value; }

    Stream IHttpRequestFeature.Body { get => requestBody ??= new MemoryStream(WholeBody.ToArray(), writable: false); set => requestBody = value; }

    Stream IHttpResponseFeature.Body { get => output; set => throw new NotSupportedException(); }

    Stream IHttpResponseBodyFeature.Stream => output;

    PipeWriter IHttpResponseBodyFeature.Writer => writer ??= PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true));

    ReadOnlyMemory<byte> IWholeBodyFeature.Body => WholeBody;

    private ReadOnlyMemory<byte> WholeBody { get; }

    private IHeaderDictionary RequestHeaders { get; set; }

    private IHeaderDictionary ResponseHeaders { get; set; } = new HeaderDictionary();

    private Stream? requestBody;

    /// <summary>Tells what the network does to this call; asked when the call has ended at the server.</summary>
    public Func<string?>? Way { get; set; }

    string? INetworkFateFeature.Fate => Way?.Invoke();

    /// <summary>The connection broke: the caller gets no answer.</summary>
    public bool Aborted { get; private set; }

    public void Abort() => Aborted = true;

    public void OnStarting(Func<object, Task> callback, object state)
    {
        // Nothing in the simulators' pipeline waits for the start of an answer.
    }

    public void OnCompleted(Func<object, Task> callback, object state)
    {
        // See OnStarting.
    }

    public void DisableBuffering()
    {
        // The answer is memory already.
    }

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        HasStarted = true;
        return Task.CompletedTask;
    }

    public Task CompleteAsync() => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The inline server sends no files.");

    public HttpResponseMessage ToResponse(HttpRequestMessage request)
    {
        if (writer is not null && writer.UnflushedBytes > 0)
        {
            writer.Complete();
        }

        var response = new HttpResponseMessage((HttpStatusCode)StatusCode) { RequestMessage = request, ReasonPhrase = ReasonPhrase };
        response.Content = new ReadOnlyMemoryContent(output.GetBuffer().AsMemory(0, (int)output.Length));
        foreach (var (name, values) in ResponseHeaders)
        {
            if (!response.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                response.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return response;
    }

    private static HeaderDictionary Headers(HttpRequestMessage request, Uri uri, int length)
    {
        var headers = new HeaderDictionary { ["Host"] = uri.Authority };
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        if (request.Content is not null)
        {
            foreach (var (name, values) in request.Content.Headers.NonValidated)
            {
                headers[name] = values.ToString();
            }

            headers.ContentLength = length;
        }

        return headers;
    }
}
