namespace SfMarketo.Sync.Pacing;

/// <summary>Which endpoints fail together: those of one kind of object, reads and writes apart.</summary>
internal static class EndpointFamilies
{
    public const string MarketoIdentity = "marketo identity";
    public const string SalesforceSignIn = "salesforce sign-in";

    /// <param name="pathAndQuery">Such as <c>/rest/v1/leads/programs/5.json?x=1</c>, which gives <c>marketo leads</c>, or <c>/rest/asset/v1/programs.json</c>, which gives <c>marketo asset</c>.</param>
    /// <param name="write">Whether it writes.</param>
    public static string OfMarketo(string pathAndQuery, bool write) => $"marketo {Part(pathAndQuery, pathAndQuery.StartsWith("/rest/v1/", StringComparison.Ordinal) ? 3 : 2)} {Mode(write)}";

    /// <param name="pathAndQuery">Such as <c>/services/data/v59.0/query?q=x</c>, which gives <c>salesforce query</c>.</param>
    /// <param name="write">Whether it writes.</param>
    public static string OfSalesforce(string pathAndQuery, bool write) => $"salesforce {Part(pathAndQuery, 4)} {Mode(write)}";

    private static string Mode(bool write) => write ? "write" : "read";

    /// <summary>The part at a place, from 1, of a path that starts with a slash.</summary>
    private static ReadOnlySpan<char> Part(string pathAndQuery, int place)
    {
        var rest = pathAndQuery.AsSpan();
        for (; place > 0 && rest.IndexOf('/') is >= 0 and var slash; place--)
        {
            rest = rest[(slash + 1)..];
        }

        return rest.IndexOfAny('/', '.', '?') is >= 0 and var end ? rest[..end] : rest;
    }
}
