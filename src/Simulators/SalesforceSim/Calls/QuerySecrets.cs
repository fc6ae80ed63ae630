namespace SfMarketo.SalesforceSim.Calls;

/// <summary>Takes tokens out of queries before they are written to the journal.</summary>
internal static class QuerySecrets
{
    private static readonly string[] Names = ["oauth_token", "access_token", "assertion", "token", "client_secret", "password", "sid", "code", "code_verifier", "refresh_token"];

    public static string Redact(string query)
    {
        foreach (var name in Names)
        {
            if (query.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return string.Join('&', query.Split('&').Select(RedactPair));
            }
        }

        return query;
    }

    private static string RedactPair(string pair)
    {
        var equals = pair.IndexOf('=');
        return equals > 0 && Names.Contains(pair[..equals], StringComparer.OrdinalIgnoreCase) ? pair[..(equals + 1)] + "***" : pair;
    }
}
