namespace SfMarketo.SalesforceSim.Options;

/// <summary>An app that signs in with the JWT bearer flow.</summary>
/// <param name="ConsumerKey">The <c>iss</c> of its assertions.</param>
/// <param name="PublicKeyPem">RSA public key or certificate in PEM form, 2,048 bits or more.</param>
/// <param name="PreAuthorizedUsernames">Users that need no approval of their own; the <c>sub</c> of its assertions.</param>
public sealed record ConnectedApp(string ConsumerKey, string PublicKeyPem, IReadOnlyList<string> PreAuthorizedUsernames)
{
    /// <summary>Name in <c>Sforce-Limit-Info</c>; null for the consumer key.</summary>
    public string? Name { get; init; }

    /// <summary>API requests of this app in any 24 h, within those of the org; null for no quota of its own.</summary>
    public int? RequestsPerDay { get; init; }
}
