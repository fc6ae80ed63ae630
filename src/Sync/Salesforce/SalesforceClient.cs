using System.Net.Http.Headers;
using System.Text.Json;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Salesforce;

/// <summary>
/// The Salesforce REST API as the engine uses it. Answers, broken connections and time-outs are <see cref="CallResult{T}"/>; only cancellation by the
/// caller is an exception.
/// </summary>
/// <remarks>
/// A call is repeated once, after a 401 INVALID_SESSION_ID, which the vendor did not execute. Calls take no Marketo permit; a small gate limits how
/// many run at once, and from 80 % of the org's rolling day of requests on only a probe each 15 minutes goes out. Thread-safe.
/// </remarks>
public sealed partial class SalesforceClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "UTF-8" };

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly SalesforceSettings _settings;
    private readonly SalesforceSignIn _signIn;
    private readonly SalesforceGate _gate;
    private readonly SalesforceUsage _usage;
    private readonly string _data;
    private readonly Breakers? _breakers;

    /// <param name="http">With an infinite time-out: the client keeps its own.</param>
    /// <param name="time">The clock of time-outs, assertions and probes.</param>
    /// <param name="settings">The org and our share of it.</param>
    /// <param name="breakers">Hold calls back while their endpoints are down; null: all are made.</param>
    public SalesforceClient(HttpClient http, TimeProvider time, SalesforceSettings settings, Breakers? breakers = null)
    {
        (_http, _time, _settings, _breakers) = (http, time, settings, breakers);
        _signIn = new SalesforceSignIn(http, time, settings, breakers);
        _gate = new SalesforceGate(time, settings.ConcurrentCalls);
        _usage = new SalesforceUsage(time, settings.SelfCap, settings.ProbeEvery);
        _data = $"/services/data/v{settings.ApiVersion}";
    }

    /// <summary>Requests of the whole org in the last 24 hours, as of the last answer; null before the first.</summary>
    public int? LastApiUsage => _usage.LastApiUsage;

    /// <summary>The org's limit for them.</summary>
    public int? ApiLimit => _usage.ApiLimit;

    /// <summary>True while only probes go out.</summary>
    public bool IsSelfCapped => _usage.IsStopped;

    /// <summary>The org signed in to; no id before the first sign-in.</summary>
    public SalesforceId OrganizationId => _signIn.OrganizationId;

    /// <summary>Sign-ins so far.</summary>
    public int SignIns => _signIn.SignIns;

    /// <summary>Signs in, unless that is done. No call of the API is made.</summary>
    /// <returns>Null, or why it failed.</returns>
    public async Task<CallFailure?> SignInAsync(CancellationToken cancellationToken)
    {
        var signedIn = await _signIn.GetAsync(cancellationToken);
        return signedIn.IsSuccess ? null : signedIn.Failure;
    }

    private Task<CallResult<T>> GetAsync<T>(string pathAndQuery, ReadAnswer<T> read, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Get, pathAndQuery, default, null, RowErrorsAreOutcomes: false), read, cancellationToken);

    private async Task<CallResult<T>> SendAsync<T>(SalesforceCall call, ReadAnswer<T> read, CancellationToken cancellationToken)
    {
        if (!_usage.MaySend())
        {
            return SalesforceErrors.Request(LocalCodes.SelfCap, $"{_usage.LastApiUsage} of {_usage.ApiLimit} requests are used.", 0, call.IsWrite);
        }

        return await (_breakers is null ? SendTwiceAsync(call, read, cancellationToken) : _breakers.GuardAsync(
            EndpointFamilies.OfSalesforce(call.PathAndQuery, call.IsWrite),
            SalesforceErrors.Request(LocalCodes.Down, "These endpoints are down; a probe goes out when it is time.", 0, call.IsWrite),
            () => SendTwiceAsync(call, read, cancellationToken)));
    }

    private async Task<CallResult<T>> SendTwiceAsync<T>(SalesforceCall call, ReadAnswer<T> read, CancellationToken cancellationToken)
    {
        var answer = await SendOnceAsync(call, read, cancellationToken);
        return !answer.IsSuccess && answer.Failure is { Code: "INVALID_SESSION_ID", HttpStatus: 401 }
            ? await SendOnceAsync(call, read, cancellationToken)
            : answer;
    }

    private async Task<CallResult<T>> SendOnceAsync<T>(SalesforceCall call, ReadAnswer<T> read, CancellationToken cancellationToken)
    {
        var signedIn = await _signIn.GetAsync(cancellationToken);
        if (!signedIn.TryGetValue(out var session, out var refused))
        {
            return refused;
        }

        await _gate.EnterAsync(cancellationToken);
        var tooMany = false;
        using var giveUp = new CancellationTokenSource(_settings.CallTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(giveUp.Token, cancellationToken);
        using var request = call.ToRequest(session);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            using var body = await PooledContent.ReadAsync(response.Content, either.Token);
            _usage.Read(response);
            var answer = Interpret(call, (int)response.StatusCode, body.Memory.Span, read);
            var failure = answer.IsSuccess ? default : answer.Failure;
            if (failure is { Code: "INVALID_SESSION_ID", HttpStatus: 401 })
            {
                _signIn.Invalidate(session);
            }

            tooMany = !answer.IsSuccess && SalesforceErrors.IsConcurrency(failure);
            _usage.Answered(refused: !tooMany && failure.Code == "REQUEST_LIMIT_EXCEEDED");
            return answer;
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return SalesforceErrors.Request(LocalCodes.Timeout, $"No answer in {_settings.CallTimeout}.", 0, call.IsWrite);
        }
        catch (HttpRequestException failure) when (CallBudgetHandler.NeverLeft(failure))
        {
            return SalesforceErrors.Request(LocalCodes.NotSent, failure.HttpRequestError.ToString(), 0, call.IsWrite);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return SalesforceErrors.Request(LocalCodes.Transport, failure.GetType().Name, 0, call.IsWrite);
        }
        finally
        {
            _gate.Leave(tooMany);
        }
    }

    private static CallResult<T> Interpret<T>(in SalesforceCall call, int status, ReadOnlySpan<byte> body, ReadAnswer<T> read)
    {
        try
        {
            if (status is >= 200 and <= 299 || (status == 300 && call.RowErrorsAreOutcomes))
            {
                return read(status, body);
            }

            if (SalesforceRows.FirstError(body) is not { } error)
            {
                // A gateway's HTML, or nothing. A 401 is about the session whatever its body.
                return status == 401 ? SalesforceErrors.Request("INVALID_SESSION_ID", "HTTP 401", status, call.IsWrite) : SalesforceErrors.Http(status, call.IsWrite);
            }

            // What is said of the row is the row's outcome; what is said of us or the org is the call's failure.
            return call.RowErrorsAreOutcomes && status is 400 or 404 or 409 or 412 or 403 && !IsAboutTheCall(error.Code)
                ? read(status, body)
                : error.ToRequestFailure(status, call.IsWrite);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return SalesforceErrors.Request(LocalCodes.Unreadable, "The answer is cut short or not what the vendor documents.", status, call.IsWrite);
        }
    }

    private static bool IsAboutTheCall(string code) => code is "REQUEST_LIMIT_EXCEEDED" or "API_CURRENTLY_DISABLED" or "API_DISABLED_FOR_ORG" or "INVALID_SESSION_ID";

    private delegate T ReadAnswer<out T>(int status, ReadOnlySpan<byte> body);

    /// <summary>One request, which may be sent twice. A path without the data root is one the vendor gave.</summary>
    private readonly record struct SalesforceCall(HttpMethod Method, string PathAndQuery, ReadOnlyMemory<byte> Body, AutoAssign? AutoAssign, bool RowErrorsAreOutcomes)
    {
        public bool IsWrite => Method != HttpMethod.Get;

        public HttpRequestMessage ToRequest(SalesforceSession session)
        {
            var request = new HttpRequestMessage(Method, new Uri(session.InstanceUrl, PathAndQuery));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);
            if (AutoAssign is { } assign)
            {
                request.Headers.TryAddWithoutValidation("Sforce-Auto-Assign", assign == Salesforce.AutoAssign.True ? "TRUE" : "FALSE");
            }

            if (!Body.IsEmpty)
            {
                request.Content = new ReadOnlyMemoryContent(Body);
                request.Content.Headers.ContentType = Json;
            }

            return request;
        }
    }
}
