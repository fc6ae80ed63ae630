using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>Whom a flow signs in, or why it does not.</summary>
internal sealed record Grant
{
    public OAuthError? Error { get; private init; }

    public SRow User { get; private init; } = null!;

    public RegisteredApp App { get; private init; } = null!;

    public IReadOnlyList<string> Scopes { get; private init; } = [];

    /// <summary>The refresh token that the session hangs on, or null.</summary>
    public RefreshToken? RefreshToken { get; init; }

    /// <summary>The refresh token is new to the client.</summary>
    public bool ShowsRefreshToken { get; init; }

    /// <summary>The answer has <c>issued_at</c> and <c>signature</c>; the JWT bearer flow's has not.</summary>
    public bool IsSigned { get; init; } = true;

    /// <summary>For the id token.</summary>
    public string? Nonce { get; init; }

    public static Grant Refuse(OAuthError error) => new() { Error = error };

    public static Grant To(SRow user, RegisteredApp app, IReadOnlyList<string> scopes) => new() { User = user, App = app, Scopes = scopes };
}
