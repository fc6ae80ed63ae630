namespace SfMarketo.SalesforceSim.Options;

/// <summary>An app that signs in.</summary>
/// <param name="ConsumerKey">Its client id; the <c>iss</c> of its assertions.</param>
/// <param name="PublicKeyPem">RSA public key or certificate in PEM form, 2,048 bits or more; empty for an app without one.</param>
/// <param name="PreAuthorizedUsernames">Users that need no approval of their own; the <c>sub</c> of its assertions.</param>
public sealed record ConnectedApp(string ConsumerKey, string PublicKeyPem, IReadOnlyList<string> PreAuthorizedUsernames)
{
    /// <summary>Null: an app without a secret, or one of which nobody asks it. A client that sends none is good then, and one that sends any.</summary>
    public string? ConsumerSecret { get; init; }

    /// <summary>Where the web-server flow may lead back to. Empty: http on this machine, whatever port and path.</summary>
    public IReadOnlyList<string> CallbackUrls { get; init; } = [];

    /// <summary>What a session may do; without <c>refresh_token</c> no flow gives one. <c>full</c> is all but that.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["web", "api", "refresh_token"];

    /// <summary>Only the pre-authorized users may use it ("Admin approved users are pre-authorized"); false: each user may approve it for themselves by the web-server flow.</summary>
    public bool AdminApprovedOnly { get; init; } = true;

    /// <summary>Who the client-credentials flow runs as; null: the flow is off.</summary>
    public string? RunAsUsername { get; init; }

    /// <summary>Each use of a refresh token gives a new one and ends the old one.</summary>
    public bool RotatesRefreshTokens { get; init; }

    /// <summary>The web-server flow asks for a code challenge.</summary>
    public bool RequiresPkce { get; init; }

    /// <summary>False: an app that the org does not know yet, as those of other orgs since 2025.</summary>
    public bool IsInstalled { get; init; } = true;

    /// <summary>Name in <c>Sforce-Limit-Info</c>; null for the consumer key.</summary>
    public string? Name { get; init; }

    /// <summary>API requests of this app in any 24 h, within those of the org; null for no quota of its own.</summary>
    public int? RequestsPerDay { get; init; }
}
