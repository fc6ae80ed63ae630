using System.Net.Http.Headers;
using Polly.Timeout;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Marketo;

/// <summary>
/// The Marketo REST API as the engine uses it. What the vendor answers is a <see cref="CallResult{T}"/>, broken connections and time-outs included;
/// only cancellation by the caller is an exception.
/// </summary>
/// <remarks>
/// The client repeats a call once, after a refused token (601, 602), which the vendor did not execute. Everything else is the caller's to repeat: it knows
/// what is in doubt. Every physical request takes its own permit in <see cref="CallBudgetHandler"/>. Thread-safe.
/// </remarks>
public sealed partial class MarketoClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Form = new("application/x-www-form-urlencoded");

    private readonly HttpClient _http;
    private readonly MarketoTokens _tokens;
    private readonly Uri _base;
    private readonly Dialect _dialect;
    private readonly Breakers? _breakers;

    /// <param name="http">Made by <see cref="CallBudgetHandler.CreateClient"/>.</param>
    /// <param name="tokens">Of the same instance.</param>
    /// <param name="settings">Where the instance is.</param>
    /// <param name="dialect">The forms of updates and program moves; callers need not know.</param>
    /// <param name="breakers">Hold calls back while their endpoints are down; null: all are made.</param>
    public MarketoClient(HttpClient http, MarketoTokens tokens, MarketoSettings settings, Dialect dialect = Dialect.Vendor, Breakers? breakers = null)
    {
        (_dialect, _breakers) = (dialect, breakers);
        (_http, _tokens) = (http, tokens);
        _base = settings.BaseAddress;
    }

    private Task<CallResult<MarketoAnswer<T>>> GetAsync<T>(string pathAndQuery, TimeSpan serverTimeout, Lane lane, ReadResult<T> readResult, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Get, pathAndQuery, default, null, serverTimeout, lane, Write: false), readResult, cancellationToken);

    private Task<CallResult<MarketoAnswer<T>>> PostAsync<T>(string path, ReadOnlyMemory<byte> body, TimeSpan serverTimeout, Lane lane, ReadResult<T> readResult, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Post, path, body, Json, serverTimeout, lane, Write: true), readResult, cancellationToken);

    private Task<CallResult<MarketoAnswer<T>>> SendAsync<T>(MarketoCall call, ReadResult<T> readResult, CancellationToken cancellationToken) => _breakers is null
        ? SendTwiceAsync(call, readResult, cancellationToken)
        : _breakers.GuardAsync(
            EndpointFamilies.OfMarketo(call.PathAndQuery, call.Write),
            MarketoErrors.Request(LocalCodes.Down, "These endpoints are down; a probe goes out when it is time.", 0, call.Write),
            () => SendTwiceAsync(call, readResult, cancellationToken));

    private async Task<CallResult<MarketoAnswer<T>>> SendTwiceAsync<T>(MarketoCall call, ReadResult<T> readResult, CancellationToken cancellationToken)
    {
        var answer = await SendOnceAsync(call, readResult, cancellationToken);
        return !answer.IsSuccess && answer.Failure is { Code: "601" or "602", HttpStatus: 200 }
            ? await SendOnceAsync(call, readResult, cancellationToken)
            : answer;
    }

    private async Task<CallResult<MarketoAnswer<T>>> SendOnceAsync<T>(MarketoCall call, ReadResult<T> readResult, CancellationToken cancellationToken)
    {
        var token = await _tokens.GetAsync(cancellationToken);
        if (!token.IsSuccess)
        {
            return token.Failure;
        }

        using var request = call.ToRequest(_base, token.Value);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            using var body = await PooledContent.ReadAsync(response.Content, cancellationToken);
            var answer = MarketoEnvelope.Read(body.Memory.Span, (int)response.StatusCode, call.Write, readResult);
            if (!answer.IsSuccess && answer.Failure.Code is "601" or "602")
            {
                _tokens.Invalidate(token.Value);
            }

            return answer;
        }
        catch (TimeoutRejectedException)
        {
            return MarketoErrors.Request(LocalCodes.Timeout, $"No answer in {call.ServerTimeout + CallBudgetHandler.Grace}.", 0, call.Write);
        }
        catch (HttpRequestException failure) when (CallBudgetHandler.NeverLeft(failure))
        {
            return MarketoErrors.Request(LocalCodes.NotSent, failure.HttpRequestError.ToString(), 0, call.Write);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return MarketoErrors.Request(LocalCodes.Transport, failure.GetType().Name, 0, call.Write);
        }
    }

    /// <summary>One request, which may be sent twice.</summary>
    private readonly record struct MarketoCall(
        HttpMethod Method, string PathAndQuery, ReadOnlyMemory<byte> Body, MediaTypeHeaderValue? ContentType, TimeSpan ServerTimeout, Lane Lane, bool Write)
    {
        public HttpRequestMessage ToRequest(Uri origin, string token)
        {
            var request = new HttpRequestMessage(Method, new Uri(origin, PathAndQuery));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Options.Set(CallOptions.Lane, Lane);
            request.Options.Set(CallOptions.ServerTimeout, ServerTimeout);
            if (ContentType is not null)
            {
                request.Content = new ReadOnlyMemoryContent(Body);
                request.Content.Headers.ContentType = ContentType;
            }

            return request;
        }
    }
}
