using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>What the web-server flow leads back with; good once and for 15 minutes (Salesforce Help, "OAuth 2.0 web server flow").</summary>
/// <param name="App">Consumer key.</param>
/// <param name="User">Who approved.</param>
/// <param name="Scopes">Granted.</param>
/// <param name="RedirectUri">Must be sent again.</param>
/// <param name="Challenge">SHA-256 of the code verifier in base64url; null without PKCE.</param>
/// <param name="Nonce">For the id token; null without.</param>
/// <param name="MadeAt">Microseconds since 1970 UTC.</param>
internal sealed record AuthorizationCode(string App, SRow User, IReadOnlyList<string> Scopes, string RedirectUri, string? Challenge, string? Nonce, long MadeAt)
{
    private static readonly long Life = (long)TimeSpan.FromMinutes(15).TotalMicroseconds;

    public bool IsExpired(long now) => now - MadeAt >= Life;
}
