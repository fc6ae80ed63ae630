using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Identity;

/// <summary>Tokens by their text, and the live one of each service.</summary>
internal sealed class TokenStore(Draws draws, int lifetimeSeconds)
{
    private readonly Dictionary<string, AccessToken> tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessToken> byClient = new(StringComparer.Ordinal);

    /// <summary>Life of the tokens to come.</summary>
    public int LifetimeSeconds { get; set; } = lifetimeSeconds;

    /// <summary>The service's token: the same one until it expires, however often it is asked for.</summary>
    public AccessToken Issue(MarketoCredential credential, long at)
    {
        if (byClient.TryGetValue(credential.ClientId, out var token) && at < token.ExpiresAt)
        {
            return token;
        }

        token = new AccessToken(draws.NextGuid() + ":int", credential, at + LifetimeSeconds * Micros.PerSecond);
        byClient[credential.ClientId] = token;
        tokens.Add(token.Text, token);
        return token;
    }

    public AccessToken? Find(ReadOnlySpan<char> text) => tokens.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var token) ? token : null;

    /// <summary>Forgets a service's token.</summary>
    public void Remove(string clientId)
    {
        if (byClient.Remove(clientId, out var token))
        {
            tokens.Remove(token.Text);
        }
    }

    /// <summary>Ends all tokens now.</summary>
    /// <param name="at">Now, microseconds since 1970 UTC.</param>
    /// <param name="revoked">Their next use is told that they are invalid (601); else it is told that they expired (602).</param>
    public void EndAll(long at, bool revoked)
    {
        foreach (var (client, token) in byClient.ToArray())
        {
            if (at < token.ExpiresAt)
            {
                tokens[token.Text] = new AccessToken(token.Text, token.Credential, at) { ExpiryTold = revoked };
            }

            byClient.Remove(client);
        }
    }
}
