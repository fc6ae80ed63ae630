using System.Buffers;
using System.Text;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>Takes secrets out of a query before it is recorded.</summary>
internal static class QueryRedaction
{
    private static readonly SearchValues<string> Secrets = SearchValues.Create(["client_secret", "access_token"], StringComparison.OrdinalIgnoreCase);

    public static string Redact(string query)
    {
        if (!query.AsSpan().ContainsAny(Secrets))
        {
            return query;
        }

        var redacted = new StringBuilder(query.Length);
        foreach (var range in query.AsSpan().Split('&'))
        {
            var pair = query.AsSpan(range);
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            redacted.Append(redacted.Length == 0 ? "" : "&");
            var secret = name.Equals("client_secret", StringComparison.OrdinalIgnoreCase) || name.Equals("access_token", StringComparison.OrdinalIgnoreCase);
            redacted.Append(secret ? name : pair).Append(secret ? "=***" : "");
        }

        return redacted.ToString();
    }
}
