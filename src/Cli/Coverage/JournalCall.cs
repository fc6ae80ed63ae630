namespace SfMarketo.Cli.Coverage;

/// <summary>Of a line of the journal what coverage needs.</summary>
internal sealed record JournalCall(string Sim, string Method, string Path, string Query, IReadOnlyList<string> Codes)
{
    /// <summary>The method that is meant: a read may be a POST that says so, an update too.</summary>
    public string MeantMethod => Parameters.Contains("_method") && Query.Contains("_method=GET", StringComparison.OrdinalIgnoreCase) ? "GET"
        : Query.Contains("_HttpMethod=PATCH", StringComparison.OrdinalIgnoreCase) ? "PATCH"
        : Method;

    public IEnumerable<string> Parameters => Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Uri.UnescapeDataString(pair.Split('=')[0]));
}
