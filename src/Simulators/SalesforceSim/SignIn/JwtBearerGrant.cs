using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>Judges assertions of the JWT bearer flow (salesforce-rest.md section 1.2).</summary>
internal static class JwtBearerGrant
{
    private static readonly string[] VendorAudiences = ["https://login.salesforce.com", "https://test.salesforce.com"];

    /// <param name="org">The org.</param>
    /// <param name="text">The assertion as sent.</param>
    /// <param name="origin">Scheme and host of the request, also a good audience.</param>
    /// <param name="now">By the wall clock, microseconds since 1970 UTC.</param>
    public static Grant Judge(SalesforceOrg org, string text, string origin, long now)
    {
        if (JwtAssertion.Parse(text) is not { Issuer: { } issuer, Subject: { } subject, Audience: { } audience, ExpiresAtSeconds: { } expiresAt } assertion)
        {
            return Grant.Refuse(OAuthError.InvalidAssertion);
        }

        var (app, unknown) = SignInChecks.FindApp(org, issuer);
        if (app is null)
        {
            return Grant.Refuse(unknown!);
        }

        if (!app.IsSignerOf(assertion))
        {
            return Grant.Refuse(OAuthError.InvalidAssertion);
        }

        if (!IsAudience(org.Options, audience, origin))
        {
            return Grant.Refuse(OAuthError.BadAudience);
        }

        var seconds = (double)now / Micros.PerSecond;
        if (CheckTime(org.Switches, expiresAt, seconds) is { } outOfTime)
        {
            return Grant.Refuse(outOfTime);
        }

        if (org.Switches.JwtIdsChecked && assertion.Id is { } id && !org.SignIn.TryUseAssertion(issuer, id, expiresAt + org.Switches.JwtClockSkew.TotalSeconds, seconds))
        {
            return Grant.Refuse(OAuthError.InvalidAssertion);
        }

        // An unknown user is one who has not approved.
        if (SignInChecks.FindUser(org, subject) is not { } user)
        {
            return Grant.Refuse(OAuthError.NotApproved);
        }

        return SignInChecks.CheckAccess(org, app, user) is { } closed ? Grant.Refuse(closed)
            : Grant.To(user, app, [.. app.Settings.Scopes.Where(scope => scope != "refresh_token")]) with { IsSigned = false };
    }

    private static OAuthError? CheckTime(SalesforceSwitches switches, double expiresAt, double now)
    {
        if (expiresAt + switches.JwtClockSkew.TotalSeconds < now)
        {
            return OAuthError.Expired;
        }

        return switches.JwtMaxLifetime is { } most && expiresAt - now > most.TotalSeconds + switches.JwtClockSkew.TotalSeconds ? OAuthError.InvalidAssertion : null;
    }

    // Clients send the URL with and without a slash, and one sends the bare host.
    private static bool IsAudience(SalesforceSimOptions options, string audience, string origin)
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
}
