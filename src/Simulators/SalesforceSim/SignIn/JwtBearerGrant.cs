using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SfMarketo.Kernel.Quotas;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>Judges assertions of the JWT bearer flow.</summary>
internal sealed class JwtBearerGrant
{
    private const int LoginsPerHour = 3600;
    private static readonly string[] VendorAudiences = ["https://login.salesforce.com", "https://test.salesforce.com"];

    private readonly SalesforceSimOptions options;
    private readonly Dictionary<string, (ConnectedApp App, RSAParameters Key)> apps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallWindow> logins = new(StringComparer.OrdinalIgnoreCase);

    public JwtBearerGrant(SalesforceSimOptions options)
    {
        this.options = options;
        foreach (var app in options.ConnectedApps)
        {
            apps.Add(app.ConsumerKey, (app, ReadKey(app)));
        }
    }

    /// <summary>The user that the assertion signs in, or why it does not.</summary>
    /// <param name="text">The assertion as sent.</param>
    /// <param name="origin">Scheme and host of the request, also a good audience.</param>
    /// <param name="store">For users.</param>
    /// <param name="switches">As they are now.</param>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    public (SRow? User, OAuthError? Error) Judge(string text, string origin, OrgStore store, SalesforceSwitches switches, long now)
    {
        if (JwtAssertion.Parse(text) is not { Issuer: { } issuer, Subject: { } subject, Audience: { } audience, ExpiresAtSeconds: { } expiresAt } assertion)
        {
            return (null, OAuthError.InvalidAssertion);
        }

        if (!apps.TryGetValue(issuer, out var known))
        {
            return (null, OAuthError.UnknownConsumer);
        }

        if (!assertion.IsSignedBy(known.Key))
        {
            return (null, OAuthError.InvalidAssertion);
        }

        if (!IsAudience(audience, origin))
        {
            return (null, OAuthError.BadAudience);
        }

        return CheckTime(switches, expiresAt, now) is { } outOfTime ? (null, outOfTime) : JudgeUser(known.App, subject, store, now);
    }

    private (SRow? User, OAuthError? Error) JudgeUser(ConnectedApp app, string subject, OrgStore store, long now)
    {
        var users = store["User"];
        if (users.FindByUnique(users.Type.Field("Username"), subject) is not { } user)
        {
            return (null, OAuthError.NotApproved);
        }

        if (!app.PreAuthorizedUsernames.Contains(subject, StringComparer.OrdinalIgnoreCase))
        {
            return (null, OAuthError.NotAdminApproved);
        }

        if (user[users.Type.Field("IsActive")] is false)
        {
            return (null, OAuthError.InactiveUser);
        }

        if (!logins.TryGetValue(subject, out var window))
        {
            logins.Add(subject, window = new CallWindow(LoginsPerHour, TimeSpan.FromHours(1)));
        }

        return window.TryEnter(now) ? (user, null) : (null, OAuthError.TooManyLogins);
    }

    private static OAuthError? CheckTime(SalesforceSwitches switches, double expiresAt, long now)
    {
        var seconds = (double)now / Micros.PerSecond;
        if (expiresAt + switches.JwtClockSkew.TotalSeconds < seconds)
        {
            return OAuthError.Expired;
        }

        return switches.JwtMaxLifetime is { } most && expiresAt - seconds > most.TotalSeconds + switches.JwtClockSkew.TotalSeconds ? OAuthError.InvalidAssertion : null;
    }

    // Clients send the URL with and without a slash, and one sends the bare host.
    private bool IsAudience(string audience, string origin)
    {
        var bare = audience.TrimEnd('/');
        foreach (var known in (ReadOnlySpan<string?>)[.. VendorAudiences, origin, options.InstanceUrl])
        {
            if (known is not null && (string.Equals(bare, known, StringComparison.OrdinalIgnoreCase) || string.Equals(bare, known[(known.IndexOf("//", StringComparison.Ordinal) + 2)..], StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private static RSAParameters ReadKey(ConnectedApp app)
    {
        if (app.PublicKeyPem.Contains("CERTIFICATE", StringComparison.Ordinal))
        {
            using var certificate = X509Certificate2.CreateFromPem(app.PublicKeyPem);
            using var certified = certificate.GetRSAPublicKey() ?? throw new ArgumentException($"The certificate of the connected app {app.ConsumerKey} holds no RSA key.");
            return certified.ExportParameters(includePrivateParameters: false);
        }

        using var key = RSA.Create();
        key.ImportFromPem(app.PublicKeyPem);
        return key.ExportParameters(includePrivateParameters: false);
    }
}
