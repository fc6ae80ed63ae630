using Polly;
using Polly.Timeout;

namespace SfMarketo.Sync.Pacing;

/// <summary>
/// The innermost handler of the Marketo client: each physical request takes its own permit, waits its turn outside the time-out, and gives
/// the permit back after the whole answer was read. Identity calls are free and pass.
/// </summary>
/// <remarks>
/// The client's time-out is the server's and <see cref="Grace"/>: giving up earlier would not free the server's slot and would leave a write in doubt that the server
/// itself is about to refuse. A request without a lane is a programming error.
/// </remarks>
public sealed class CallBudgetHandler : DelegatingHandler
{
    /// <summary>How much longer than the server we wait.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly CallBudget _budget;
    private readonly TimeProvider _time;
    private readonly List<(TimeSpan Timeout, ResiliencePipeline Pipeline)> _pipelines = [];

    public CallBudgetHandler(CallBudget budget, TimeProvider time, HttpMessageHandler inner)
        : base(inner)
    {
        _budget = budget;
        _time = time;
    }

    /// <summary>A client for one Marketo instance whose requests all go through the budget.</summary>
    public static HttpClient CreateClient(CallBudget budget, TimeProvider time, HttpMessageHandler inner) =>
        new(new CallBudgetHandler(budget, time, inner)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <exception cref="TimeoutRejectedException">The server's time-out and the grace passed without an answer.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(CallOptions.ServerTimeout, out var serverTimeout))
        {
            throw new InvalidOperationException("A Marketo request needs its server time-out: set CallOptions.ServerTimeout.");
        }

        if (request.RequestUri!.AbsolutePath.StartsWith("/identity", StringComparison.Ordinal))
        {
            return await ReadWholeAsync(request, serverTimeout, cancellationToken);
        }

        if (!request.Options.TryGetValue(CallOptions.Lane, out var lane))
        {
            throw new InvalidOperationException("A Marketo request needs its lane: set CallOptions.Lane.");
        }

        var permit = await _budget.AcquireAsync(lane, serverTimeout, cancellationToken);
        var (end, code) = (CallEnd.Unknown, (string?)null);
        try
        {
            var response = await ReadWholeAsync(request, serverTimeout, cancellationToken);
            (end, code) = (CallEnd.ResponseRead, ErrorCodePeek.Find(((PooledContent)response.Content).Memory.Span));
            return response;
        }
        catch (HttpRequestException failure) when (NeverLeft(failure))
        {
            end = CallEnd.NotSent;
            throw;
        }
        finally
        {
            permit.Complete(end, code);
        }
    }

    /// <summary>True when no connection was made, so that no byte of the request can have reached the server.</summary>
    internal static bool NeverLeft(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    private ValueTask<HttpResponseMessage> ReadWholeAsync(HttpRequestMessage request, TimeSpan serverTimeout, CancellationToken cancellationToken) =>
        PipelineFor(serverTimeout).ExecuteAsync(
            static async (call, token) =>
            {
                var response = await call.Handler.SendInnerAsync(call.Request, token);
                response.Content = await PooledContent.ReadAsync(response.Content, token);
                return response;
            },
            (Handler: this, Request: request),
            cancellationToken);

    private Task<HttpResponseMessage> SendInnerAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(request, cancellationToken);

    private ResiliencePipeline PipelineFor(TimeSpan serverTimeout)
    {
        lock (_pipelines)
        {
            foreach (var (timeout, known) in _pipelines) // a handful: the vendor documents six different time-outs
            {
                if (timeout == serverTimeout)
                {
                    return known;
                }
            }

            var pipeline = new ResiliencePipelineBuilder { TimeProvider = _time }
                .AddTimeout(new TimeoutStrategyOptions { Timeout = serverTimeout + Grace })
                .Build();
            _pipelines.Add((serverTimeout, pipeline));
            return pipeline;
        }
    }
}
