namespace SfMarketo.SalesforceSim.Options;

/// <summary>An app that signs in with the JWT bearer flow.</summary>
/// <param name="ConsumerKey">The <c>iss</c> of its assertions.</param>
/// <param name="PublicKeyPem">RSA public key or certificate in PEM form, 2,048 bits or more.</param>
/// <param name="PreAuthorizedUsernames">Users that need no approval of their own; the <c>sub</c> of its assertions.</param>
public sealed record ConnectedApp(string ConsumerKey, string PublicKeyPem, IReadOnlyList<string> PreAuthorizedUsernames);
