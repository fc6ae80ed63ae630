namespace SfMarketo.SalesforceSim.Calls;

/// <summary>Resources that the vendor has and this simulator does not: they answer 501 with a hint, never the vendor's 404.</summary>
internal static class Unsimulated
{
    private static readonly string[] Roots =
    [
        "actions", "analytics", "async-queries", "chatter", "composite", "connect", "metadata", "parameterizedSearch", "process", "query", "queryAll", "quickActions",
        "recent", "search", "sobjects", "support", "tabs", "theme", "tooling", "ui-api", "wave",
    ];

    /// <summary>What the path names that the vendor has, or null when the vendor has no such resource either.</summary>
    /// <param name="path">The whole path of a request that no endpoint took.</param>
    public static string? Find(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["services", "apexrest", ..] or ["cometd", ..])
        {
            return "/" + string.Join('/', parts.Take(3));
        }

        return parts is ["services", "data", var version, var root, ..] && version.StartsWith('v') && Roots.Contains(root, StringComparer.OrdinalIgnoreCase) && !IsRow(parts)
            ? "/" + string.Join('/', parts.Skip(3))
            : null;
    }

    // Of rows, what is not mapped and is known is the friendly URL of a relationship; more segments are nothing.
    private static bool IsRow(string[] parts) => parts[3] == "sobjects" && parts.Length > 8;
}
