using System.Text.Json;
using Polly.Timeout;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Marketo;

/// <summary>
/// The access token of one custom service, shared by all its callers: asked for once, used until it expires or is refused.
/// </summary>
/// <remarks>
/// Marketo answers the same token with its remaining life when asked early, so there is nothing to gain before <c>expires_in</c>. Identity calls are
/// free of the call limits. Thread-safe.
/// </remarks>
public sealed class MarketoTokens(HttpClient http, TimeProvider time, MarketoSettings settings, Breakers? breakers = null)
{
    private static readonly TimeSpan EarlyPause = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly SingleFlight<CallResult<string>> _flight = new();
    private string? _token;
    private long _validUntil;
    private long _askAt;

    /// <summary>Identity calls made so far.</summary>
    public int IdentityCalls { get; private set; }

    /// <summary>The present token, or a new one. Fails with <see cref="ErrorAction.StopInstance"/> when the credentials are refused.</summary>
    public ValueTask<CallResult<string>> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (_token is not null && now < _validUntil)
            {
                if (now < _askAt)
                {
                    return new(_token);
                }

                // Early: this caller asks, the others go on with what there is.
                _askAt = now + Ticks(EarlyPause);
                return RefreshAsync(_token, cancellationToken);
            }
        }

        return new(_flight.RunAsync(AskAsync, cancellationToken));
    }

    private async ValueTask<CallResult<string>> RefreshAsync(string present, CancellationToken cancellationToken)
    {
        var answer = await _flight.RunAsync(AskAsync, cancellationToken);
        return answer.IsSuccess || answer.Failure.Action == ErrorAction.StopInstance ? answer : present;
    }

    /// <summary>Forgets a token the vendor refused. A newer token, which another caller may have fetched meanwhile, stays.</summary>
    public void Invalidate(string token)
    {
        lock (_lock)
        {
            _token = _token == token ? null : _token;
        }
    }

    private Task<CallResult<string>> AskAsync() => breakers is null
        ? AskServiceAsync()
        : breakers.GuardAsync(EndpointFamilies.MarketoIdentity, Failure(LocalCodes.Down, "The identity service is down; a probe goes out when it is time.", ErrorAction.NotExecuted, 0), AskServiceAsync);

    private async Task<CallResult<string>> AskServiceAsync()
    {
        IdentityCalls++;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(settings.BaseAddress,
            $"/identity/oauth/token?grant_type=client_credentials&client_id={Uri.EscapeDataString(settings.ClientId)}&client_secret={Uri.EscapeDataString(settings.ClientSecret)}"));
        request.Options.Set(CallOptions.ServerTimeout, ServerTimeouts.General);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
            using var body = await PooledContent.ReadAsync(response.Content, CancellationToken.None);
            return Accept(body.Memory.Span, (int)response.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutRejectedException)
        {
            return Failure(LocalCodes.Transport, "The identity service did not answer.", ErrorAction.RetryLater, 0);
        }
    }

    private CallResult<string> Accept(ReadOnlySpan<byte> body, int status)
    {
        var (token, seconds, error, description) = Read(body);
        if (status == 401 || error is "invalid_client" or "unauthorized")
        {
            return Failure("401", description ?? error ?? "The identity service refused the credentials.", ErrorAction.StopInstance, status);
        }

        if (status != 200 || token is null)
        {
            return Failure(error ?? LocalCodes.Unreadable, description ?? "The identity service gave no token.", ErrorAction.RetryLater, status);
        }

        // Asking while a token lives gives the same token again, and expires_in is cut to whole seconds: so its life is counted from now and to the end of
        // its last second. A call that comes a moment too late is told so (602) and repeated once; a call that asks too early would have to ask twice.
        var life = TimeSpan.FromSeconds(seconds);
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _token = token;
            _validUntil = now + Ticks(life + TimeSpan.FromSeconds(1));
            _askAt = Math.Max(now + Ticks(EarlyPause), _validUntil - Ticks(settings.RefreshTokenBefore));
        }

        return token;
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    private static (string? Token, int Seconds, string? Error, string? Description) Read(ReadOnlySpan<byte> body)
    {
        (string? Token, int Seconds, string? Error, string? Description) answer = default;
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }

                var name = reader.GetString();
                reader.Read();
                var value = FieldValue.Read(ref reader);
                answer = name switch
                {
                    "access_token" => answer with { Token = value.AsText() },
                    "expires_in" => answer with { Seconds = (int)(value.AsNumber() ?? 0) },
                    "error" => answer with { Error = value.AsText() },
                    "error_description" => answer with { Description = value.AsText() },
                    _ => answer,
                };
            }
        }
        catch (JsonException)
        {
            return default;
        }

        return answer;
    }

    private static CallFailure Failure(string code, string message, ErrorAction action, int status) =>
        new(MarketoErrors.Api, code, message, action, status) { Scope = action == ErrorAction.StopInstance ? FailureScope.Content : FailureScope.Endpoint };
}
