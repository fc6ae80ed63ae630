using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>A connected app with its key read.</summary>
internal sealed class RegisteredApp
{
    private readonly RSAParameters? key;

    /// <exception cref="ArgumentException">The key or certificate is none, or has no RSA key.</exception>
    public RegisteredApp(ConnectedApp app)
    {
        Settings = app;
        key = app.PublicKeyPem.Length == 0 ? null : ReadKey(app);
    }

    public ConnectedApp Settings { get; }

    public bool IsSignerOf(JwtAssertion assertion) => key is { } known && assertion.IsSignedBy(known);

    /// <summary>A secret that is sent must be right; one that is not sent is missed only where the app has one.</summary>
    public bool TakesSecret(string sent) => Settings.ConsumerSecret is null || sent == Settings.ConsumerSecret;

    /// <summary>The scopes of a session: those asked for, or all of the app's; null when one is asked for that the app has not.</summary>
    public IReadOnlyList<string>? Narrow(string asked)
    {
        if (asked.Length == 0)
        {
            return Settings.Scopes;
        }

        var named = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scope => scope == "offline_access" ? "refresh_token" : scope).Distinct().ToList();
        return named.TrueForAll(Grants) ? named : null;
    }

    /// <summary>An address that the web-server flow may lead back to.</summary>
    public bool TakesCallback(string url) => Settings.CallbackUrls.Count > 0
        ? Settings.CallbackUrls.Contains(url, StringComparer.Ordinal)
        : Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.IsLoopback;

    // A scope stands for others too (Salesforce Help, "OAuth tokens and scopes").
    private bool Grants(string scope) => Settings.Scopes.Contains(scope)
        || scope != "refresh_token" && Settings.Scopes.Contains("full")
        || scope is "id" or "profile" or "email" or "address" or "phone" && Settings.Scopes.Any(one => one is "api" or "web" or "id" or "openid");

    private static RSAParameters ReadKey(ConnectedApp app)
    {
        try
        {
            if (app.PublicKeyPem.Contains("CERTIFICATE", StringComparison.Ordinal))
            {
                using var certificate = X509Certificate2.CreateFromPem(app.PublicKeyPem);
                using var certified = certificate.GetRSAPublicKey() ?? throw new ArgumentException($"The certificate of the connected app {app.ConsumerKey} holds no RSA key.");
                return certified.ExportParameters(includePrivateParameters: false);
            }

            using var rsa = RSA.Create();
            rsa.ImportFromPem(app.PublicKeyPem);
            return rsa.ExportParameters(includePrivateParameters: false);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException || unreadable is ArgumentException { ParamName: "input" })
        {
            throw new ArgumentException($"The key of the connected app {app.ConsumerKey} is no RSA public key or certificate in PEM form.", unreadable);
        }
    }
}
