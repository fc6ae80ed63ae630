namespace SfMarketo.SalesforceSim.Calls;

/// <summary>Takes tokens out of queries before they are written to the journal.</summary>
internal static class QuerySecrets
{
    private static readonly string[] Names = ["oauth_token", "access_token", "assertion", "token", "client_secret", "password", "sid", "code", "code_verifier", "refresh_token"];

    public static string Redact(string query)
    {
        // Most queries are one long statement: only the names are looked at.
        foreach (var pair in query.AsSpan().Split('&'))
        {
            if (IsSecret(query.AsSpan(pair)))
            {
                return string.Join('&', query.Split('&').Select(RedactPair));
            }
        }

        return query;
    }

    private static bool IsSecret(ReadOnlySpan<char> pair)
    {
        var equals = pair.IndexOf('=');
        if (equals <= 0)
        {
            return false;
        }

        foreach (var name in Names)
        {
            if (pair[..equals].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string RedactPair(string pair) => IsSecret(pair) ? pair[..(pair.IndexOf('=') + 1)] + "***" : pair;
}
