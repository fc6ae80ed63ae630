using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Salesforce;

/// <summary>Signs in with the JWT bearer flow, once for all callers, and again only after a session was refused.</summary>
/// <remarks>Source: Salesforce Help, "OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration". The flow gives no expiry: a session lives until a 401 says otherwise.</remarks>
internal sealed class SalesforceSignIn(HttpClient http, TimeProvider time, SalesforceSettings settings, Breakers? breakers = null)
{
    private static readonly TimeSpan AssertionLife = TimeSpan.FromSeconds(180); // the vendor asks for three minutes at most

    private readonly Lock _lock = new();
    private readonly SingleFlight<CallResult<SalesforceSession>> _flight = new();
    private SalesforceSession? _session;

    public int SignIns { get; private set; }

    /// <summary>The org signed in to; no id before the first time.</summary>
    public SalesforceId OrganizationId { get; private set; }

    public ValueTask<CallResult<SalesforceSession>> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_session is { } session)
            {
                return new(session);
            }
        }

        return new(_flight.RunAsync(SignInIfUpAsync, cancellationToken));
    }

    /// <summary>Forgets a refused session; a newer one stays.</summary>
    public void Invalidate(SalesforceSession session)
    {
        lock (_lock)
        {
            _session = ReferenceEquals(_session, session) ? null : _session;
        }
    }

    private Task<CallResult<SalesforceSession>> SignInIfUpAsync() => breakers is null
        ? SignInAsync()
        : breakers.GuardAsync(
            EndpointFamilies.SalesforceSignIn,
            SalesforceErrors.Request(LocalCodes.Down, "The authorization server is down; a probe goes out when it is time.", 0, write: false),
            SignInAsync);

    private async Task<CallResult<SalesforceSession>> SignInAsync()
    {
        SignIns++;
        using var giveUp = new CancellationTokenSource(settings.CallTimeout, time);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.LoginUrl, "/services/oauth2/token"));
        request.Content = new StringContent($"grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion={Assertion()}", Encoding.ASCII, "application/x-www-form-urlencoded");
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, giveUp.Token);
            using var body = await PooledContent.ReadAsync(response.Content, giveUp.Token);
            return Accept(body.Memory.Span, (int)response.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return SalesforceErrors.Request(LocalCodes.Transport, "The authorization server did not answer.", 0, write: false);
        }
    }

    private CallResult<SalesforceSession> Accept(ReadOnlySpan<byte> body, int status)
    {
        FieldBag answer;
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            answer = FieldBag.Read(ref reader);
        }
        catch (JsonException)
        {
            return status >= 500 ? SalesforceErrors.Http(status, write: false) : SalesforceErrors.Request(LocalCodes.Unreadable, "The sign-in answer cannot be read.", status, write: false);
        }

        if (answer["error"].AsText() is { } error)
        {
            return SalesforceErrors.Request(error, answer["error_description"].AsText() ?? error, status, write: false);
        }

        if (status != 200 || answer["access_token"].AsText() is not { } token || !Uri.TryCreate(answer["instance_url"].AsText(), UriKind.Absolute, out var instance))
        {
            return SalesforceErrors.Request(LocalCodes.Unreadable, "The sign-in answer has no session.", status, write: false);
        }

        var session = new SalesforceSession(token, instance, OrganizationIn(answer["id"].AsText()));
        lock (_lock)
        {
            _session = session;
            OrganizationId = session.OrganizationId;
        }

        return session;
    }

    /// <summary>The identity URL ends with the ids of the org and the user.</summary>
    private static SalesforceId OrganizationIn(string? identityUrl) =>
        Uri.TryCreate(identityUrl, UriKind.Absolute, out var url) && url.Segments is [.., var organization, _] && SalesforceId.TryParse(organization.TrimEnd('/'), out var id) ? id : default;

    private string Assertion()
    {
        var claims = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(claims))
        {
            writer.WriteStartObject();
            writer.WriteString("iss", settings.ClientId);
            writer.WriteString("sub", settings.Username);
            writer.WriteString("aud", settings.Audience ?? settings.LoginUrl.GetLeftPart(UriPartial.Authority));
            writer.WriteNumber("exp", (time.GetUtcNow() + AssertionLife).ToUnixTimeSeconds());
            writer.WriteEndObject();
        }

        using var rsa = RSA.Create();
        rsa.ImportFromPem(settings.PrivateKeyPem);

        // The provider cache would keep the key alive after it is disposed.
        var key = new RsaSecurityKey(rsa) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(Encoding.UTF8.GetString(claims.WrittenSpan), new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
    }
}
